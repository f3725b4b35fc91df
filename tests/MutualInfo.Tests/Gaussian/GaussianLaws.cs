using MutualInfo.Tests.Laws;
using static MutualInfo.Tests.Gaussian.GaussianData;

namespace MutualInfo.Tests.Gaussian;

/// <summary>The laws of reliability that name the Gaussian family. Entropies change with the units, so maps are judged by the information.</summary>
public class GaussianLaws
{
    // Columns of 1000 heavy-tailed numbers, nearly dependent at the worst: a few hundred roundings.
    private const double Rounding = 1e-12;

    public static TheoryData<int> Indices => GaussianData.Indices;

    // S1, bitwise.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_SwappedVariables_IsBitwiseEqual(int index) => Law.ForAll(Regular, data =>
    {
        MutualInformationEstimate swapped = All[index].Estimate(data.Swapped);
        Law.IsBitwiseEqual(All[index].Estimate(data), swapped with { EntropyX = swapped.EntropyY, EntropyY = swapped.EntropyX });
    });

    // S2 and S4: sums over samples and the order of the columns round differently.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_ShuffledSamplesAndColumns_IsEqual(int index) => Law.ForAll(Regular, data =>
    {
        MutualInformationEstimate expected = All[index].Estimate(data);
        double tolerance = Rounding * Math.Max(1, Math.Abs(expected.JointEntropy.Nats));
        Law.IsNear(expected, All[index].Estimate(data.Rows(data.Permutation(data.Count))), tolerance);
        Law.IsNear(expected, All[index].Estimate(data.MapLayers(layer => layer.Columns(data.Permutation(layer.Dimension)))), tolerance);
    });

    // T1, bitwise for a power of two, and the entropies move by its logarithm.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_ScaledByAPowerOfTwo_IsBitwiseEqual(int index) => Law.ForAll(Moderate, data =>
    {
        double expected = All[index].Estimate(data).Value.Nats;
        foreach (int power in (int[])[-1, 6, -200, 300, -1000, 900])
            Law.SameBits("I", expected, All[index].Estimate(data with { X = data.X.Map(value => Math.ScaleB(value, power)) }).Value.Nats);
    });

    [Fact]
    public void Estimate_ScaledByEight_MovesTheEntropyByThreeBitsADimension() => Law.ForAll(Moderate, data =>
        Law.Near(
            "H(X)",
            Estimators.Gaussian().Estimate(data).EntropyX.Bits + (3 * data.X.Dimension),
            Estimators.Gaussian().Estimate(data with { X = data.X.Map(value => 8 * value) }).EntropyX.Bits,
            Rounding * data.X.Dimension));

    // T1: 1e-12 for an exact shift, also far from 0.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_ShiftedExactly_IsEqual(int index) => Law.ForAll(
        seed => [DataSets.Dyadic(seed, 33, 3), DataSets.Dyadic(seed, 40, 1)],
        data =>
        {
            double expected = All[index].Estimate(data).Value.Nats;
            foreach (double shift in (double[])[-5, 16, 1 << 27])
                Law.Near("I", expected, All[index].Estimate(data with { X = data.X.Map(value => value + shift) }).Value.Nats, 1e-12);
        });

    // T2, 1e-9.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_AffineMap_IsEqual(int index) => Law.ForAll(Moderate, data =>
    {
        double expected = All[index].Estimate(data).Value.Nats;
        foreach ((double scale, double shift) in new[] { (1e150, 0), (1e-150, 0), (3.7, 11.0), (0.01, 5.0), (1, (double)(1 << 14)) })
            Law.Near("I", expected, All[index].Estimate(data with { X = data.X.Map(value => (value * scale) + shift) }).Value.Nats, 1e-9);
    });

    // T3 for ranks, bitwise; a decreasing map turns the signs of the scores, and rounds alike.
    [Theory, InlineData(2), InlineData(3)]
    public void Estimate_CopulaUnderIncreasingMaps_IsBitwiseEqual(int index) => Law.ForAll(Moderate, data =>
    {
        double expected = All[index].Estimate(data).Value.Nats;
        foreach (Func<double, double> map in (Func<double, double>[])[Math.Exp, value => value * value * value, Math.Asinh])
            Law.SameBits("I", expected, All[index].Estimate(data.MapLayers(layer => layer.Map(map))).Value.Nats);
        Law.Near("I", expected, All[index].Estimate(data with { X = data.X.Map(value => -value) }).Value.Nats, Rounding);
    });

    // T4 and any other invertible linear map, 1e-10; the copula is another after a rotation, by its definition.
    [Theory, InlineData(0), InlineData(1)]
    public void Estimate_LinearMap_IsEqual(int index) => Law.ForAll(Moderate, data =>
    {
        int d = data.X.Dimension;
        double expected = All[index].Estimate(data).Value.Nats;
        Random random = new(data.Seed);
        double[] matrix = [.. Enumerable.Range(0, d * d).Select(i => DataSets.Normal(random) + (i % (d + 1) == 0 ? 3 : 0))];
        double[] mapped = new double[data.X.Values.Length];
        for (int i = 0; i < mapped.Length; i++)
        {
            for (int k = 0; k < d; k++)
                mapped[i] += matrix[(i % d * d) + k] * data.X.Samples[i / d][k];
        }

        Law.Near("I", expected, All[index].Estimate(data with { X = Variable.Layer(mapped, d) }).Value.Nats, 1e-10);
    });

    // T5, bitwise.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_SinglePrecision_IsBitwiseThatOfTheSameNumbersWidened(int index) => Law.ForAll(Moderate, data =>
    {
        (float[] x, float[] y) = (data.X.ToSingle(), data.Y.ToSingle());
        MutualInformationEstimate narrow = All[index].Estimate(
            Samples.FromRows<float>(x, data.X.Dimension), Samples.FromRows<float>(y, data.Y.Dimension));
        Law.IsBitwiseEqual(narrow, All[index].Estimate(data.MapLayers(layer => layer.Map(value => (double)(float)value))));
    });

    // T6, X1 and X4: wherever the numbers lie, and whoever asks beside.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_SlicesOnManyThreads_IsBitwiseEqual(int index) => Law.ForAll(Moderate, data =>
    {
        MutualInformationEstimate expected = All[index].Estimate(data);
        Parallel.For(0, 16, offset =>
        {
            double[] room = [.. Enumerable.Repeat(double.NaN, offset), .. data.X.Values, double.NaN];
            Samples<double> moved = Samples.FromRows<double>(room.AsSpan(offset, data.X.Values.Length), data.X.Dimension);
            Law.IsBitwiseEqual(expected, All[index].Estimate(moved, data.Y.Samples, new EstimationOptions { MaxDegreeOfParallelism = 1 + offset }));
        });
    });

    // C1, 8 ε·H, and R2 where nothing is taken off.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_Value_IsTheDifferenceOfItsEntropies(int index) => Law.ForAll(Regular, data =>
    {
        MutualInformationEstimate estimate = All[index].Estimate(data);
        double largest = new[] { estimate.EntropyX.Nats, estimate.EntropyY.Nats, estimate.JointEntropy.Nats, 1 }.Max(Math.Abs);
        Law.Near(
            "H(X) + H(Y) − H(X,Y)", estimate.Value.Nats, (estimate.EntropyX + estimate.EntropyY - estimate.JointEntropy).Nats, 8 * Law.Epsilon * largest);
        if (All[index].ToString()!.Contains("uncorrected", StringComparison.Ordinal))
            Law.AtMost("−I", -estimate.Value.Nats, 0, 0);
    });

    // S7, 2 ulp.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_InBitsAndNats_AreOneAmount(int index) => Law.ForAll(Moderate, data => Law.IsOneAmount(All[index].Estimate(data)));

    // X5.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_AnyData_LeavesItsInputsAlone(int index) => Law.ForAll(Regular, data =>
    {
        (double[] x, double[] y) = (data.X.Values.ToArray(), data.Y.Values.ToArray());
        All[index].Estimate(data);
        Assert.True(data.X.Values.SequenceEqual(x));
        Assert.True(data.Y.Values.SequenceEqual(y));
    });

    // For Gaussian samples the correction is exact, whatever the correlation: the mean of the estimates is the truth to its error. The
    // variance of an estimate is below (dx + dy)/n here, and three such errors of 500 means are allowed.
    [Theory, InlineData(0), InlineData(0.5), InlineData(0.9)]
    public void Estimate_MeanOverSeeds_IsTheTruth(double correlation)
    {
        const int Repeats = 500, Count = 12;
        double sum = 0;
        foreach (int seed in Enumerable.Range(0, Repeats))
        {
            Random random = new(seed);
            double[] x = Seeded.Normal(random, 2 * Count), y = Seeded.Normal(random, 2 * Count);
            for (int row = 0; row < Count; row++)
                y[2 * row] = (correlation * x[2 * row]) + (Math.Sqrt(1 - (correlation * correlation)) * y[2 * row]);
            sum += Estimators.Gaussian().Estimate(Samples.FromRows<double>(x, 2), Samples.FromRows<double>(y, 2)).Value.Nats;
        }

        Assert.Equal(-0.5 * Math.Log(1 - (correlation * correlation)), sum / Repeats, 3 * Math.Sqrt(4.0 / Count / Repeats));
    }

    private static IEnumerable<Observations> Moderate(int seed) =>
        [DataSets.Related(seed, 40, 3), DataSets.Related(seed, 33, 8), Regular(seed).Last()];
}
