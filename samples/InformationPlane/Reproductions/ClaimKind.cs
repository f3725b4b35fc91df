namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>How firmly a claim is held to.</summary>
public enum ClaimKind
{
    /// <summary>Follows from definitions, at any size and seed. Where it fails there is a fault in the program.</summary>
    Exact,

    /// <summary>The paper's qualitative statement. At the size for checks, whose seed is fixed, it must hold.</summary>
    Qualitative,

    /// <summary>A figure that a shorter training does not reach. It is compared and never asserted.</summary>
    Figure,
}
