namespace MutualInfo;

/// <summary>How much a finding takes from an estimate. Greater is graver.</summary>
public enum VerdictGravity
{
    /// <summary>To be known; it takes nothing from the estimate.</summary>
    Note,

    /// <summary>The estimate may be off by more than 0.05 nats or 10 %, or does not mean what one would take it for.</summary>
    Caution,

    /// <summary>The estimate says more about the number of samples or the bandwidth than about the variables.</summary>
    SaysNothing,
}
