namespace MutualInfo;

/// <summary>What a finding is about.</summary>
public enum VerdictSubject
{
    /// <summary>The variable x.</summary>
    X,

    /// <summary>The variable y.</summary>
    Y,

    /// <summary>The pair of x and y: their joint histogram or joint Gram matrix.</summary>
    Joint,

    /// <summary>The value itself.</summary>
    Value,
}
