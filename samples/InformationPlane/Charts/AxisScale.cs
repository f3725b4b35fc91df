namespace MutualInfo.InformationPlanes.Charts;

/// <summary>How numbers become places on an axis.</summary>
public enum AxisScale
{
    Linear,

    /// <summary>By their logarithm. Points at 0 and below have no place, and are left out.</summary>
    Logarithmic,
}
