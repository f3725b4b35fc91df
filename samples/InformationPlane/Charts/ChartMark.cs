namespace MutualInfo.InformationPlanes.Charts;

/// <summary>How a series is drawn.</summary>
public enum ChartMark
{
    Line,

    /// <summary>A dashed line, for what is theory or reference.</summary>
    Dashes,

    /// <summary>A dot at every point and no line, for what was measured at few places.</summary>
    Dots,
}
