namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>Where a risk comes from.</summary>
public enum RiskSource
{
    /// <summary>Descent of the population risk itself.</summary>
    Descent,

    /// <summary>Training on drawn normal numbers; the risk is that of the population.</summary>
    Samples,

    /// <summary>Training on whitened pieces of images; the risk is that of pieces of other images.</summary>
    Patches,
}
