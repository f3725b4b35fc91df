namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>The ways to measure a layer without bounds, in the order of the panels.</summary>
public enum AdaptiveEstimator
{
    /// <summary>Bins over one range for all layers and epochs.</summary>
    FixedRange,

    /// <summary>Bins that hold equally many different values of the layer.</summary>
    Ebab,

    /// <summary>Kernel density with noise in proportion to the activity of the layer.</summary>
    AdaptiveKernelDensity,
}
