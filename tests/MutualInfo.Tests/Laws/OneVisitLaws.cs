using MutualInfo.Discrete;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Laws;

/// <summary>
/// An estimate that counts samples together with labels, in one visit and without codes, has the bits and the diagnostics of one that is
/// given the symbols.
/// </summary>
public class OneVisitLaws
{
    private const int Width = 3;

    private static readonly IDiscretizer[] _discretizers =
    [
        new ExactRows(), new EqualWidthBins(6, BinRange.PerLayer), new EqualWidthBins(300, BinRange.PerNeuron), new EqualWidthBins(6, BinRange.Given(-1, 1)),
        new ShwartzZivTishbyBins(), new FixedWidthBins(0.5), new FixedWidthBins(1e-7), new QuantizedLevels(2), new EntropyBasedAdaptiveBins(5), new EqualFrequencyBins(4),
        FittedBins.FromEdges([-0.5, 0.1, 0.7]),
    ];

    public static TheoryData<int, int> Sizes() => new() { { 1, 1 }, { 2, 2 }, { 90, 3 }, { 90, 90 }, { 3000, 10 }, { 33_000, 4 }, { 33_000, 5000 } };

    [Theory, MemberData(nameof(Sizes))]
    public void Estimate_SamplesAgainstSymbols_IsThatOfTheirSymbols(int count, int classes)
    {
        float[] values = Values(count);
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(classes), count, classes));
        foreach (DiscreteEstimator estimator in Estimators(count))
        {
            Symbols symbols = estimator.Discretizer.Encode(Samples.FromRows<float>(values, Width));
            RequireSame(estimator, estimator.Estimate(symbols, labels), estimator.Estimate(Samples.FromRows<float>(values, Width), labels));
            RequireSame(estimator, estimator.Estimate(labels, symbols), estimator.Estimate(labels, Samples.FromRows<float>(values, Width)));
            RequireSame(
                estimator, estimator.Estimate(symbols, Symbols.Distinct(count)), estimator.Estimate(Samples.FromRows<float>(values, Width), Symbols.Distinct(count)));
        }
    }

    [Theory, InlineData(90), InlineData(33_000)]
    public void Estimate_SamplesAgainstSamples_IsThatOfTheirSymbols(int count)
    {
        float[] x = Values(count);
        float[] y = [.. x.Select((value, i) => i % 3 == 0 ? -value : value * value)];
        foreach (DiscreteEstimator estimator in Estimators(count))
        {
            Symbols ofX = estimator.Discretizer.Encode(Samples.FromRows<float>(x, Width));
            Symbols ofY = estimator.Discretizer.Encode(Samples.FromRows<float>(y, Width));
            RequireSame(estimator, estimator.Estimate(ofX, ofY), estimator.Estimate(Samples.FromRows<float>(x, Width), Samples.FromRows<float>(y, Width)));
        }
    }

    // Near independence the cells of the table are summed, and a layer that has all but died is near to it on both axes.
    [Theory, InlineData(2000), InlineData(40_000)]
    public void Estimate_NearIndependence_IsThatOfTheSymbols(int count)
    {
        float[] values = [.. Enumerable.Range(0, count).Select(i => i == 7 ? 1f : 0f)];
        float[] noise = [.. Seeded.Labels(new Random(count), count, 5).Select(label => (float)label)];
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(3), count, 2));
        Symbols rare = Symbols.FromLabels([.. Enumerable.Range(0, count).Select(i => i % (count / 2) == 1 ? 1 : 0)]);
        DiscreteEstimator estimator = MutualInfo.Estimators.ExactDiscrete();
        foreach (float[] layer in (float[][])[values, noise, Values(count / 3 + 1)[..count]])
        {
            Symbols symbols = estimator.Discretizer.Encode(Samples.FromScalars<float>(layer));
            foreach (Symbols other in (Symbols[])[labels, rare, Symbols.Distinct(count), Symbols.FromLabels(new int[count])])
                RequireSame(estimator, estimator.Estimate(symbols, other), estimator.Estimate(Samples.FromScalars<float>(layer), other));
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Record_BothAxes_AreThoseOfTheSymbols(bool areDistinct)
    {
        const int Count = 400;
        float[] values = Values(Count);
        Symbols inputs = areDistinct ? Symbols.Distinct(Count) : Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => i / 3)]);
        Symbols targets = Symbols.FromLabels(Seeded.Labels(new Random(1), Count, 3));
        DiscreteEstimator[] estimators = [.. Estimators(Count)];
        InformationPlaneRecorder<float> recorder = new(inputs, targets, estimators);
        recorder.Record(0, "layer", Samples.FromRows<float>(values, Width));
        foreach (DiscreteEstimator estimator in estimators)
        {
            Symbols symbols = estimator.Discretizer.Encode(Samples.FromRows<float>(values, Width));
            InformationPlanePoint point = recorder.Plane.Points.Single(one => one.Estimator.Equals(estimator));
            RequireSame(estimator, estimator.Estimate(inputs, symbols), point.Input);
            RequireSame(estimator, estimator.Estimate(symbols, targets), point.Target);
        }
    }

    [Theory, InlineData(50), InlineData(40_000)]
    public void Estimate_NaNAgainstLabels_IsRefusedWithItsPlace(int count)
    {
        float[] values = Values(count);
        values[(count - 2) * Width + 1] = float.NaN;
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(1), count, 3));
        foreach (DiscreteEstimator estimator in Estimators(count))
        {
            ArgumentException ofX = Assert.ThrowsAny<ArgumentException>(() => estimator.Estimate(Samples.FromRows<float>(values, Width), labels));
            Assert.Equal("x", ofX.ParamName);
            Assert.StartsWith($"x[{count - 2}][1] is NaN", ofX.Message, StringComparison.Ordinal);
            ArgumentException ofY = Assert.ThrowsAny<ArgumentException>(() => estimator.Estimate(labels, Samples.FromRows<float>(values, Width)));
            Assert.StartsWith($"y[{count - 2}][1] is NaN", ofY.Message, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<DiscreteEstimator> Estimators(int count) =>
        _discretizers.Where(discretizer => count > 3 || discretizer is not EqualFrequencyBins).SelectMany(discretizer => count < 2
            ? (DiscreteEstimator[])[new(discretizer)]
            : [new(discretizer), new(discretizer) { Entropy = new MillerMadow() }]);

    // Some samples come again, and some values lie beyond −1 and 1.
    private static float[] Values(int count)
    {
        double[] normal = Seeded.Normal(new Random(count), count * Width);
        return [.. normal.Select((value, i) => (float)(i / Width % 4 == 0 ? Math.Round(value) : 0.7 * value))];
    }

    private static void RequireSame(DiscreteEstimator estimator, MutualInformationEstimate expected, MutualInformationEstimate actual)
    {
        Law.IsBitwiseEqual(expected, actual);
        Assert.Equal(WithoutTimeAndForm(expected.Diagnostics), WithoutTimeAndForm(actual.Diagnostics));
        Assert.Equal(estimator, actual.Estimator);
    }

    private static EstimateDiagnostics WithoutTimeAndForm(EstimateDiagnostics diagnostics) =>
        diagnostics with { Elapsed = default, FormX = null, FormY = null };
}
