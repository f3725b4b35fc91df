using MutualInfo.InformationPlanes.Charts;
using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>The charts over β: means over seeds, one line for each width.</summary>
public static class DropoutCharts
{
    public static IReadOnlyList<ChartPanel> Of(IReadOnlyList<ClassifierResult> results) =>
    [
        Panel(results, RegularizationKind.Rectified, "ReLU: bound on I(X;Z), up to a constant", "bits", run => run.Codes[0].Rate.Bits),
        Panel(results, RegularizationKind.Smooth, "softplus: bound on I(X;Z)", "bits", run => run.Codes[0].Rate.Bits),
        Panel(results, RegularizationKind.Rectified, "ReLU: test error (dashes: best binary dropout)", "%", run => 100 * run.Error),
        Panel(results, RegularizationKind.Smooth, "softplus: total correlation", "bits a unit", run => run.Codes[0].TotalCorrelation!.Value.Bits),
    ];

    private static ChartPanel Panel(
        IReadOnlyList<ClassifierResult> results, RegularizationKind kind, string title, string unit, Func<ClassifierResult, double> measure)
    {
        List<ChartSeries> series = [];
        foreach (IGrouping<int, ClassifierResult> width in results.GroupBy(result => result.Width))
        {
            (double Beta, SeedStatistics Values)[] points =
            [
                .. width.Where(result => result.Regularization.Kind == kind)
                    .GroupBy(
                        result => result.Regularization.Strength,
                        (beta, runs) => (beta, new SeedStatistics(runs.Select(measure))))
                    .OrderBy(point => point.beta),
            ];
            series.Add(new ChartSeries(
                $"width {width.Key}", [.. points.Select(point => point.Beta)], [.. points.Select(point => point.Values.Mean)]));
            if (unit == "%")
            {
                double best = width.Where(result => result.Regularization.Kind == RegularizationKind.Binary)
                    .GroupBy(result => result.Regularization.Strength, (_, runs) => runs.Average(measure)).Min();
                series.Add(new ChartSeries($"width {width.Key}, binary", [points[0].Beta, points[^1].Beta], [best, best]) { Mark = ChartMark.Dashes });
            }
        }

        return new ChartPanel(title, "β", unit, series) { XScale = AxisScale.Logarithmic };
    }
}
