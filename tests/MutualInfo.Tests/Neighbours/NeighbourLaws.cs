using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Neighbours;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>
/// The laws of reliability.md for KSG and Ross. Distances are differences and maxima, and sums run over counts of counts, so all that is equal
/// in mathematics is equal in bits.
/// </summary>
public class NeighbourLaws
{
    // More samples would only cost time, n² of it.
    private const int LargestCount = 100;

    private static readonly (string Name, IMutualInformationEstimator Estimator, int Neighbours)[] _estimators =
    [
        ("KSG", Estimators.Kraskov(), 3),
        ("KSG, one neighbour", Estimators.Kraskov(1), 1),
        ("KSG 2", Estimators.Kraskov(4) with { Variant = KraskovVariant.Second }, 4),
        ("KSG z-scored", Estimators.Kraskov() with { Scaling = FeatureScaling.ZScore }, 3),
        ("KSG 2 standardised", Estimators.Kraskov() with { Variant = KraskovVariant.Second, Scaling = FeatureScaling.Standardize }, 3),
        ("KSG standardised", Estimators.Kraskov() with { Scaling = FeatureScaling.Standardize }, 3),
        ("nearest neighbours", Estimators.NearestNeighbours(), 3),
        ("Ross", Estimators.Ross(), 3),
        ("Ross, one neighbour", Estimators.Ross(1), 1),
        ("Ross z-scored", Estimators.Ross() with { Scaling = FeatureScaling.ZScore }, 3),
        ("Ross standardised", Estimators.Ross() with { Scaling = FeatureScaling.Standardize }, 3),
    ];

    public static TheoryData<string> All => [.. _estimators.Select(one => one.Name)];

    public static TheoryData<string> Unscaled => [.. _estimators.Select(one => one.Name).Where(name => !name.EndsWith("ed", StringComparison.Ordinal))];

    public static TheoryData<string> Standardised => [.. _estimators.Select(one => one.Name).Where(name => name.EndsWith("standardised", StringComparison.Ordinal))];

    // S1.
    [Theory, MemberData(nameof(All))]
    public void Estimate_SwappedVariables_IsBitwiseEqual(string name) => ForAll(name, (estimator, data) =>
        IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data.Swapped)));

    // S2. Z-scores are sums over samples, which round differently in another order.
    [Theory, MemberData(nameof(Unscaled))]
    public void Estimate_ShuffledSamples_IsBitwiseEqual(string name) => ForAll(name, (estimator, data) =>
        IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data.Rows(data.Permutation(data.Count)))));

    // S3.
    [Theory, InlineData("Ross"), InlineData("Ross, one neighbour")]
    public void Estimate_RelabelledSymbols_IsBitwiseEqual(string name) => ForAll(name, (estimator, data) =>
        IsBitwiseEqual(estimator.Estimate(data), estimator.Estimate(data with { Y = data.Y.Rename(label => unchecked(-label * 0x2545F491L - 11)) })));

    // S4.
    [Theory, MemberData(nameof(All))]
    public void Estimate_ShuffledColumns_IsBitwiseEqual(string name) => ForAll(name, (estimator, data) =>
        IsBitwiseEqual(
            estimator.Estimate(data), estimator.Estimate(data.MapLayers(layer => layer.Columns(data.Permutation(layer.Dimension))))));

    // S5.
    [Theory, MemberData(nameof(All))]
    public void Estimate_ConstantOrDuplicatedColumn_IsBitwiseEqual(string name) => ForAll(name, (estimator, data) =>
    {
        MutualInformationEstimate expected = estimator.Estimate(data);
        IsBitwiseEqual(expected, estimator.Estimate(data.MapLayers(layer => layer.WithConstantColumn(0.75))));
        IsBitwiseEqual(
            expected, estimator.Estimate(data.MapLayers(layer => layer.Columns([.. Enumerable.Range(0, layer.Dimension), layer.Dimension - 1]))));
    });

    // The bounds that hold on any data.
    [Theory, MemberData(nameof(All))]
    public void Estimate_AnyData_IsANumberBelowTheLogarithmOfTheCount(string name) => ForAll(name, (estimator, data) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data);
        Law.AtMost("I(X;Y)", estimate.Value.Nats, Math.Log(data.Count), 0);
        Assert.True(double.IsFinite(estimate.Value.Nats));
        Assert.InRange(estimate.Diagnostics.TiedShare!.Value, 0, 1);
    });

    // A constant has no information, exactly.
    [Theory, MemberData(nameof(All))]
    public void Estimate_ConstantVariable_HasNoInformation(string name) => ForAll(name, (estimator, data) =>
    {
        Observations constant = data with { X = data.X.Rows(new int[data.Count]) };
        // Beside a constant the joint neighbours are those of the other variable alone, whose ties may leave a little.
        if (data.Y.IsLayer && estimator.Estimate(constant).Diagnostics.TiedShare is > 0 and < 1)
            return;
        Law.SameBits("I(X;Y)", 0.0, estimator.Estimate(constant).Value.Nats);
    });

    // T1: both variables by the same power of two, and exact shifts.
    [Theory, MemberData(nameof(Unscaled))]
    public void Estimate_ScaledByAPowerOfTwoAndShiftedExactly_IsBitwiseEqual(string name) => ForAll(
        name,
        (estimator, data) =>
        {
            MutualInformationEstimate expected = estimator.Estimate(data);
            foreach (double scale in (double[])[0.5, 64, Math.ScaleB(1, -200), Math.ScaleB(1, 300)])
                IsBitwiseEqual(expected, estimator.Estimate(data.MapLayers(layer => layer.Map(value => value * scale))));
            foreach (double shift in (double[])[-5, 16, 1 << 27])
                IsBitwiseEqual(expected, estimator.Estimate(data.MapLayers(layer => layer.Map(value => value + shift))));
        },
        seed => [DataSets.Dyadic(seed, 40, 1), DataSets.Dyadic(seed, 65, 3)]);

    // T1 in any unit of each variable: powers of two and exact shifts leave every digit.
    [Theory, MemberData(nameof(Standardised))]
    public void Estimate_EachVariableScaledByAPowerOfTwoAndShiftedExactly_IsBitwiseEqual(string name) => ForAll(
        name,
        (estimator, data) =>
        {
            MutualInformationEstimate expected = estimator.Estimate(data);
            foreach ((double scale, double shift) in new[] { (Math.ScaleB(1, -500), 0), (Math.ScaleB(1, 500), 0), (1.0, 16), (1.0, 1 << 27) })
            {
                IsBitwiseEqual(expected, estimator.Estimate(data with { X = data.X.Map(value => value * scale + shift) }));
                IsBitwiseEqual(expected, estimator.Estimate(data with { Y = data.Y.Map(value => value * scale + shift) }));
            }
        },
        seed => [DataSets.Dyadic(seed, 40, 1), DataSets.Dyadic(seed, 65, 3)]);

    // T2: any scale and offset of each column by itself. Rounding may flip a near-tie, which is worth a few digammas of n.
    [Theory, MemberData(nameof(Standardised))]
    public void Estimate_AffineMapOfEachColumn_IsEqual(string name) => ForAll(
        name,
        (estimator, data) =>
        {
            double expected = estimator.Estimate(data).Value.Nats;
            foreach ((double scale, double shift) in new[] { (1e150, 0), (1e-150, 0), (-3.7, 11.0), (1e-9, 5e-6), (1, 1e8), (1e-160, 1e-152) })
            {
                Law.Near("I(X;Y)", expected, estimator.Estimate(data with { X = data.X.Map(value => value * scale + shift) }).Value.Nats, 5.0 / data.Count);
                Observations one = data with { X = Mapped(data.X, value => value * scale + shift) };
                Law.Near("I(X;Y)", expected, estimator.Estimate(one).Value.Nats, 5.0 / data.Count);
            }
        },
        seed => [DataSets.Related(seed, 60, 1), DataSets.Related(seed, 60, 3)]);

    // T5: computed in double, whatever the samples are.
    [Theory, MemberData(nameof(All))]
    public void Estimate_SinglePrecision_IsBitwiseThatOfTheSameNumbersWidened(string name) => ForAll(name, (estimator, data) =>
    {
        if (data.Name.Contains("1e150", StringComparison.Ordinal))
            return;
        float[] single = data.X.ToSingle();
        Observations widened = data with { X = Variable.Layer([.. single.Select(value => (double)value)], data.X.Dimension) };
        if (data.Y.IsLayer)
        {
            float[] other = data.Y.ToSingle();
            widened = widened with { Y = Variable.Layer([.. other.Select(value => (double)value)], data.Y.Dimension) };
            IsBitwiseEqual(
                estimator.Estimate(widened),
                estimator.Estimate(Samples.FromRows<float>(single, data.X.Dimension), Samples.FromRows<float>(other, data.Y.Dimension)));
        }
        else
        {
            IsBitwiseEqual(estimator.Estimate(widened), estimator.Estimate(Samples.FromRows<float>(single, data.X.Dimension), data.Y.Symbols));
        }
    });

    // X1 and X2, and every search: 1100 samples go through the tree in two dimensions and through bisection in one, panel by panel in nine.
    [Theory, InlineData(1), InlineData(8)]
    public void Estimate_AnyNumberOfThreadsAnyVectors_IsBitwiseEqual(int dimension)
    {
        Observations data = DataSets.Related(1, 1100, dimension);
        Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        MutualInformationEstimate kraskov = Estimators.Kraskov().Estimate(data.X.Samples, data.Y.Samples);
        MutualInformationEstimate ross = Estimators.Ross().Estimate(data.X.Samples, labels);
        foreach (int threads in (int[])[1, 2, 3, 7, 16])
        {
            foreach (VectorPath path in VectorPaths.Supported)
            {
                EstimationOptions options = new() { MaxDegreeOfParallelism = threads, Backend = CpuBackend.For(path) };
                IsBitwiseEqual(kraskov, Estimators.Kraskov().Estimate(data.X.Samples, data.Y.Samples, options));
                IsBitwiseEqual(ross, Estimators.Ross().Estimate(data.X.Samples, labels, options));
            }
        }
    }

    // X4: one object, sixteen threads.
    [Theory, MemberData(nameof(All))]
    public async Task Estimate_SharedBySixteenThreads_IsBitwiseEqual(string name)
    {
        (IMutualInformationEstimator estimator, _) = Named(name);
        Observations data = Fitting(name, DataSets.Related(2, 40, 2));
        MutualInformationEstimate expected = estimator.Estimate(data);
        Task[] callers = [.. Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
        {
            for (int call = 0; call < 100; call++)
                IsBitwiseEqual(expected, estimator.Estimate(data));
        }))];
        await Task.WhenAll(callers);
    }

    internal static void ForAll(string name, Action<IMutualInformationEstimator, Observations> law, Law.Source? source = null)
    {
        (IMutualInformationEstimator estimator, int neighbours) = Named(name);
        int held = 0;
        Law.Source any = source ?? (name.StartsWith("Ross", StringComparison.Ordinal) ? DataSets.LayersAndLabels : DataSets.LayersAndLayers);
        Law.ForAll(any, whole =>
        {
            Observations data = Fitting(name, whole.Shortened(LargestCount));
            if (data.Count <= neighbours || (!data.Y.IsLayer && data.Y.Symbols.AlphabetSize == data.Count))
                return;
            law(estimator, data);
            held++;
        });
        Assert.True(held > 0, $"{name} took none of the data.");
    }

    // Labels where Ross needs them: bands of the other variable.
    private static Observations Fitting(string name, Observations data) => name.StartsWith("Ross", StringComparison.Ordinal) && data.Y.IsLayer
        ? data with { Y = Variable.Labels([.. Enumerable.Range(0, data.Count).Select(row => (long)Math.Floor(Math.Tanh(data.Y.Samples[row][0]) * 2))]) }
        : data;

    // The first column alone under a map.
    private static Variable Mapped(Variable layer, Func<double, double> map)
    {
        int d = layer.Dimension;
        return Variable.Layer([.. layer.Values.ToArray().Select((value, i) => i % d == 0 ? map(value) : value)], d);
    }

    private static (IMutualInformationEstimator Estimator, int Neighbours) Named(string name)
    {
        (_, IMutualInformationEstimator estimator, int neighbours) = _estimators.Single(one => one.Name == name);
        return (estimator, neighbours);
    }

    private static void IsBitwiseEqual(MutualInformationEstimate expected, MutualInformationEstimate actual)
    {
        Law.SameBits("I(X;Y)", expected.Value.Nats, actual.Value.Nats);
        Assert.Equal(expected.Diagnostics.TiedShare, actual.Diagnostics.TiedShare);
    }
}
