using MutualInfo.InformationPlanes.Charts;
using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>
/// Draws the risks over the rate with theory and Shannon's limit, the gap between them, and how descents come to both.
/// </summary>
public static class TwoLayerPicture
{
    private static readonly double[] _rates = [.. Enumerable.Range(1, 80).Select(i => i / 20.0)];

    public static void Write(string path, IReadOnlyList<TwoLayerRisk> risks, string images)
    {
        ArgumentNullException.ThrowIfNull(risks);
        LineChart.Write(path, [Risks(risks, images), Gap(risks), Approach(risks), Courses(risks)]);
    }

    private static ChartPanel Risks(IReadOnlyList<TwoLayerRisk> risks, string images)
    {
        List<ChartSeries> series =
        [
            new("least risk of sign codes", _rates, [.. _rates.Select(SignLimits.Optimum)]),
            new("Shannon, 2^(−2r)", _rates, [.. _rates.Select(SignLimits.Shannon)]) { Mark = ChartMark.Dashes },
        ];
        Add("descent, largest d", risks.Where(risk => risk.Source == RiskSource.Descent && risk.Decoder == SignDecoder.Free));
        Add("trained on samples", risks.Where(risk => risk.Source == RiskSource.Samples));
        Add($"whitened patches, {images}", risks.Where(risk => risk.Source == RiskSource.Patches));
        return new ChartPanel("Risk", "rate r = n/d, bits", "mean squared error", series);

        void Add(string name, IEnumerable<TwoLayerRisk> some)
        {
            IGrouping<double, TwoLayerRisk>[] groups = [.. LargestOnly(some).GroupBy(risk => risk.Rate).OrderBy(group => group.Key)];
            series.Add(new ChartSeries(name, [.. groups.Select(group => group.Key)], [.. groups.Select(group => group.Average(risk => risk.Risk))])
            {
                Mark = ChartMark.Dots,
            });
        }
    }

    private static ChartPanel Gap(IReadOnlyList<TwoLayerRisk> risks)
    {
        IGrouping<double, TwoLayerRisk>[] groups =
        [
            .. LargestOnly(risks.Where(risk => risk.Source == RiskSource.Descent && risk.Decoder == SignDecoder.Free))
                .GroupBy(risk => risk.Rate).OrderBy(group => group.Key),
        ];
        return new ChartPanel("Gap to Shannon's limit", "rate r = n/d, bits", "risk − 2^(−2r)",
        [
            new("least risk of sign codes", _rates, [.. _rates.Select(rate => SignLimits.Optimum(rate) - SignLimits.Shannon(rate))]),
            new("descent, largest d", [.. groups.Select(group => group.Key)], [.. groups.Select(group => group.Average(risk => risk.Risk) - SignLimits.Shannon(group.Key))])
            {
                Mark = ChartMark.Dots,
            },
        ]);
    }

    private static ChartPanel Approach(IReadOnlyList<TwoLayerRisk> risks) =>
        new("Descent above the bound, r > 1", "d", "risk − bound", [.. risks
            .Where(risk => risk.Source == RiskSource.Descent && risk.Decoder == SignDecoder.Free && risk.Rate > 1)
            .GroupBy(risk => risk.Rate)
            .OrderBy(group => group.Key)
            .Select(group => group.GroupBy(risk => risk.Inputs).OrderBy(same => same.Key).ToArray())
            .Select(byInputs => new ChartSeries(
                FormattableString.Invariant($"r = {byInputs[0].First().Rate}"),
                [.. byInputs.Select(same => (double)same.Key)],
                [.. byInputs.Select(same => same.Average(risk => risk.Risk - risk.Curve))]))])
        {
            XScale = AxisScale.Logarithmic,
            YScale = AxisScale.Logarithmic,
        };

    private static ChartPanel Courses(IReadOnlyList<TwoLayerRisk> risks) =>
        new("BBᵀ → I", "step of the descent", "largest cosine of two rows", [.. risks
            .Where(risk => risk.Course.Count > 0 && risk.Inputs == 32 && risk.Rate <= 1 && risk.Seed == risks[0].Seed && risk.Decoder == SignDecoder.Free)
            .OrderBy(risk => risk.Rate)
            .Select(risk => new ChartSeries(
                FormattableString.Invariant($"d = 32, r = {risk.Rate}"),
                [.. risk.Course.Select(point => (double)point.Step)],
                [.. risk.Course.Select(point => point.LargestCosine)]))])
        {
            YScale = AxisScale.Logarithmic,
        };

    private static IEnumerable<TwoLayerRisk> LargestOnly(IEnumerable<TwoLayerRisk> risks) =>
        risks.GroupBy(risk => risk.Rate).SelectMany(group => group.Where(risk => risk.Inputs == group.Max(other => other.Inputs)));
}
