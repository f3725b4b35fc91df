using MutualInfo.Neighbours;
using MutualInfo.Neighbours.Primitives;
using MutualInfo.Recording;
using MutualInfo.Tests.Guards;

namespace MutualInfo.Tests.Neighbours;

/// <summary>What nearest-neighbour estimators refuse, and what they advise.</summary>
public class NeighbourGuards
{
    private static readonly double[] _numbers = [0.5, -0.25, 1, 0.75, 0.125, 2, -3, 0.0625];
    private static readonly Symbols _labels = Symbols.FromLabels([1, 1, 2, 2, 3, 3, 1, 2]);

    [Theory, InlineData(0), InlineData(-1), InlineData(int.MinValue)]
    public void Estimator_NeighboursBelowOne_ThrowsArgumentOutOfRangeException(int k)
    {
        string tells = FormattableString.Invariant($"neighbours is {k}; expected at least 1 neighbour.");
        Refusal.OutOfRange("neighbours", () => Estimators.Kraskov(k), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Ross(k), tells);
        Refusal.OutOfRange("neighbours", () => _ = Estimators.Kraskov() with { Neighbours = k }, tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Kraskov().EstimateAll(X(), X(), [3, k]), tells);
    }

    [Fact]
    public void Estimator_UnknownEnum_ThrowsArgumentOutOfRangeException()
    {
        Refusal.OutOfRange("variant", () => _ = Estimators.Kraskov() with { Variant = (KraskovVariant)3 });
        Refusal.OutOfRange("scaling", () => _ = Estimators.Kraskov() with { Scaling = (Kernels.FeatureScaling)9 });
        Refusal.OutOfRange("scaling", () => _ = Estimators.Ross() with { Scaling = (Kernels.FeatureScaling)9 });
    }

    [Theory, InlineData(8), InlineData(9), InlineData(int.MaxValue)]
    public void Estimate_NotMoreSamplesThanNeighbours_ThrowsNamingBoth(int k)
    {
        string tells = FormattableString.Invariant(
            $"neighbours is {k}; expected a number below that of the samples, 8: take fewer neighbours, or at least {k + 1L} samples.");
        Refusal.OutOfRange("neighbours", () => Estimators.Kraskov(k).Estimate(X(), X()), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Ross(k).Estimate(X(), _labels), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Ross(k).Estimate(_labels, X()), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Kraskov().EstimateAll(X(), X(), [1, k]), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Ross().EstimateAll(X(), _labels, [1, k]), tells);
        Refusal.OutOfRange("neighbours", () => Estimators.Kraskov(1).Estimate(Samples.FromScalars([0.5]), Samples.FromScalars([0.5])));
    }

    [Fact]
    public void Estimate_WrongKindOfVariable_AdvisesTheRightEstimator()
    {
        Refusal.Argument("y", () => Estimators.Kraskov().Estimate(X(), _labels), "y holds symbols", "Estimators.Ross");
        Refusal.Argument("x", () => Estimators.Kraskov().Estimate(_labels, X()), "x holds symbols", "Estimators.Ross");
        Refusal.Argument("x", () => Estimators.Kraskov().Estimate(_labels, _labels), "Estimators.ExactDiscrete");
        Refusal.Argument("y", () => Estimators.Ross().Estimate(X(), X()), "y holds samples, as the other variable does", "Estimators.Kraskov");
        Refusal.Argument("y", () => Estimators.Ross().Estimate(_labels, _labels), "y holds symbols, as the other variable does", "Estimators.ExactDiscrete");
        Refusal.Argument("y", () => Estimators.Ross().Estimate(X(), Symbols.Distinct(8)), "y has 8 symbols that all differ", "Estimators.Kraskov");
        Refusal.Argument("x", () => Estimators.Ross().Estimate(Symbols.Distinct(8), X()), "x has 8 symbols that all differ");
        Refusal.Argument("y", () => Estimators.NearestNeighbours().Estimate(_labels, _labels), "y holds symbols, as the other variable does");
        Refusal.OutOfRange("neighbours", () => Estimators.NearestNeighbours(0));
        Refusal.OutOfRange("neighbours", () => Estimators.NearestNeighbours(8).Estimate(X(), _labels));
    }

    [Fact]
    public void Estimate_BadVariables_ThrowsNamingThem()
    {
        double[] broken = [1, 2, 3, 4, 5, double.NaN, 7, 8, 9, 10, 11, 12, 13, 14, double.NegativeInfinity, 16];
        Refusal.Argument("x", () => Estimators.Kraskov().Estimate(Samples.FromRows<double>(broken, 2), X()), "x[2][1] is NaN");
        Refusal.Argument("y", () => Estimators.Kraskov().Estimate(X(), Samples.FromRows<double>(broken, 2)), "y[2][1] is NaN");
        Refusal.Argument("y", () => Estimators.Ross().Estimate(_labels, Samples.FromRows<double>(broken, 2)), "y[2][1] is NaN");
        broken[5] = 6;
        Refusal.Argument("x", () => Estimators.Ross().Estimate(Samples.FromRows<double>(broken, 2), _labels), "x[7][0] is -Infinity");
        Refusal.Argument("x", () => Estimators.Kraskov().Estimate(Samples.FromScalars<double>([]), X()), "x has no samples");
        Refusal.Argument("y", () => Estimators.Kraskov().Estimate(X(), Samples.FromScalars<double>(_numbers.AsSpan(1))), "x has 8 samples and y has 7");
        Refusal.Argument("y", () => Estimators.Ross().Estimate(X(), Symbols.Distinct(7)), "x has 8 samples and y has 7");
        Refusal.Argument("x", () => Estimators.Kraskov().Estimate(Samples.FromMatrix(new double[8, 0]), X()), "x has no dimensions");
        Refusal.Null("y", () => Estimators.Ross().Estimate(X(), null!));
        Refusal.Null("x", () => Estimators.Kraskov().Estimate(null!, _labels));
    }

    [Fact]
    public void EstimateAll_BadVariables_ThrowsAsASingleEstimateDoes()
    {
        Refusal.Argument("neighbours", () => Estimators.Kraskov().EstimateAll(X(), X(), []), "neighbours is empty");
        Refusal.Argument("neighbours", () => Estimators.Ross().EstimateAll(X(), _labels, []), "neighbours is empty");
        Refusal.Argument("x", () => Estimators.Kraskov().EstimateAll(Samples.FromScalars<double>([]), X(), [1]), "x has no samples");
        Refusal.Argument("y", () => Estimators.Kraskov().EstimateAll(X(), Samples.FromScalars<double>(_numbers.AsSpan(1)), [1]), "x has 8 samples and y has 7");
        Refusal.Argument("x", () => Estimators.Kraskov().EstimateAll(Samples.FromScalars([1, double.NaN, 3, 4, 5, 6, 7, 8]), X(), [1]), "x[1][0] is NaN");
        Refusal.Argument("y", () => Estimators.Ross().EstimateAll(X(), Symbols.Distinct(8), [1]), "y has 8 symbols that all differ");
        Refusal.Null("y", () => Estimators.Ross().EstimateAll(X(), null!, [1]));
    }

    // 100 million samples of 22 columns together are more than an array holds, and so are 50,000 lists of 49,999 neighbours.
    [Fact]
    public void RequireRoom_MoreThanAnArrayHolds_SaysWhatToDo()
    {
        Refusal.OutOfRange("y", () => NeighbourGuard.RequireRoom("y", 100_000_000, 22, [3]), "y is 2200000000; expected at most", "take fewer samples, or fewer columns");
        Refusal.OutOfRange("neighbours", () => NeighbourGuard.RequireRoom("y", 50_000, 2, [3, 49_999]), "neighbours is 49999; expected so few that 50000 lists");
    }

    // A recorder speaks of inputs and targets.
    [Fact]
    public void Record_WrongKindOfVariable_NamesItAsTheRecorderDoes()
    {
        InformationPlaneRecorder<double> kraskov = new(X(), _labels, Estimators.Kraskov());
        Refusal.Argument("targets", () => kraskov.Record(0, "hidden", X()), "targets holds symbols", "Estimators.Ross");
        InformationPlaneRecorder<double> ross = new(Symbols.Distinct(8), _labels, Estimators.Ross());
        Refusal.Argument("inputs", () => ross.Record(0, "hidden", X()), "inputs has 8 symbols that all differ");
    }

    private static Samples<double> X() => Samples.FromScalars<double>(_numbers);
}
