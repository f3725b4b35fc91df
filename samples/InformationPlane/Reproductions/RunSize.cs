namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>How much a reproduction trains.</summary>
public enum RunSize
{
    /// <summary>Some seconds and one seed, for the checks before a merge.</summary>
    Ci,

    /// <summary>At most two minutes on two cores; already shows the claims. The default.</summary>
    Quick,

    /// <summary>The paper's own epochs and repeats.</summary>
    Full,
}
