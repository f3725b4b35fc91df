namespace MutualInfo.InformationPlanes.Charts;

/// <summary>One chart of a picture: a title, two axes and some series.</summary>
public sealed record ChartPanel(string Title, string XTitle, string YTitle, IReadOnlyList<ChartSeries> Series)
{
    public AxisScale XScale { get; init; } = AxisScale.Linear;

    public AxisScale YScale { get; init; } = AxisScale.Linear;
}
