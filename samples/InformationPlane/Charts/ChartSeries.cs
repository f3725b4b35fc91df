namespace MutualInfo.InformationPlanes.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="X">Where its points are, across.</param>
/// <param name="Y">Where its points are, upwards; as many.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Gets the half-width of the band around the line, such as a standard deviation over seeds; null for none.</summary>
    public IReadOnlyList<double>? Spread { get; init; }

    public ChartMark Mark { get; init; } = ChartMark.Line;
}
