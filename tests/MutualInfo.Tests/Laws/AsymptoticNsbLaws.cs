using MutualInfo.Discrete;

namespace MutualInfo.Tests.Laws;

/// <summary>
/// The laws of counting for the asymptotic NSB entropy, which is not defined for all data and so not in the catalogue: C1, C2, S1 to S5, T1, T3,
/// T5 and X1, wherever some pair of symbols has come twice.
/// </summary>
public class AsymptoticNsbLaws
{
    private static readonly DiscreteEstimator _estimator = Estimators.ExactDiscrete() with { Entropy = new AsymptoticNsb() };

    // C1, 8 ε·H, and C2, 4 ε·H: with itself and with a function of itself.
    [Fact]
    public void Estimate_Identities_Hold() => ForAll(data =>
    {
        MutualInformationEstimate estimate = _estimator.Estimate(data);
        double tolerance = 8 * Law.Epsilon * Math.Max(1, Math.Abs(estimate.JointEntropy.Nats));
        Law.Near("H(X) + H(Y) − H(X,Y)", estimate.Value.Nats, (estimate.EntropyX + estimate.EntropyY - estimate.JointEntropy).Nats, tolerance);
        Law.Near("H(X) − H(X|Y)", estimate.Value.Nats, (estimate.EntropyX - estimate.EntropyXGivenY).Nats, tolerance);

        MutualInformationEstimate itself = _estimator.Estimate(data with { Y = data.X });
        Law.Near("I(X;X)", itself.EntropyX.Nats, itself.Value.Nats, tolerance);
        Symbols x = SymbolsOf(data.X);
        MutualInformationEstimate function = _estimator.Estimate(x, Symbols.FromLabels([.. x.Codes.ToArray().Select(code => code / 2)]));
        Law.Near("I(X;f(X))", function.EntropyY.Nats, function.Value.Nats, tolerance);
    });

    // S1 to S4: bits.
    [Fact]
    public void Estimate_SwappedShuffledOrRenamed_IsBitwiseEqual() => ForAll(data =>
    {
        MutualInformationEstimate expected = _estimator.Estimate(data);
        MutualInformationEstimate swapped = _estimator.Estimate(data.Swapped);
        Law.IsBitwiseEqual(expected, swapped with { EntropyX = swapped.EntropyY, EntropyY = swapped.EntropyX });
        Law.IsBitwiseEqual(expected, _estimator.Estimate(data.Rows(data.Permutation(data.Count))));
        Law.IsBitwiseEqual(expected, _estimator.Estimate(data with
        {
            X = data.X.Rename(label => unchecked(label * 0x5DEECE66DL + data.Seed)),
            Y = data.Y.Rename(label => unchecked(-label * 0x2545F491L - 11)),
        }));
        Law.IsBitwiseEqual(expected, _estimator.Estimate(data.MapLayers(layer => layer.Columns(data.Permutation(layer.Dimension)))));
    });

    // S5, T1 and T3: bits.
    [Fact]
    public void Estimate_ColumnsAddedOrMapped_IsBitwiseEqual() => ForAll(data =>
    {
        MutualInformationEstimate expected = _estimator.Estimate(data);
        Law.IsBitwiseEqual(expected, _estimator.Estimate(data.MapLayers(layer => layer.WithConstantColumn(0.75))));
        Law.IsBitwiseEqual(expected, _estimator.Estimate(data.MapLayers(layer => layer.Columns([.. Enumerable.Range(0, layer.Dimension), layer.Dimension - 1]))));
        foreach (Func<double, double> map in (Func<double, double>[])[value => 64 * value, value => value / 8])
            Law.IsBitwiseEqual(expected, _estimator.Estimate(data.MapLayers(layer => layer.Map(map))));
    });

    // T5, of numbers that single precision holds, and X1.
    [Fact]
    public void Estimate_SinglePrecisionOnAnyThreads_IsBitwiseEqual() => ForAll(data =>
    {
        Observations widened = data.MapLayers(layer => layer.Map(value => (double)(float)value));
        if (!IsDefined(widened))
            return;
        MutualInformationEstimate expected = _estimator.Estimate(widened);
        foreach (int threads in (int[])[1, 2, 3, 7, 16])
            Law.IsBitwiseEqual(expected, _estimator.Estimate(widened, new EstimationOptions { MaxDegreeOfParallelism = threads }));
        if (widened.X.IsLayer && !widened.Y.IsLayer)
            Law.IsBitwiseEqual(expected, _estimator.Estimate(Samples.FromRows<float>(widened.X.ToSingle(), widened.X.Dimension), widened.Y.Symbols));
    });

    private static void ForAll(Action<Observations> law)
    {
        int held = 0;
        Law.ForAll(DataSets.For, data =>
        {
            if (!IsDefined(data))
                return;
            held++;
            law(data);
        });
        Assert.True(held > 0 || Seeds.All.Count == 1, "No pair of symbols has come twice in any of the data.");
    }

    // Then each variable by itself has a symbol that came twice, too.
    private static bool IsDefined(Observations data) =>
        data.Count >= 2 && Symbols.Join(SymbolsOf(data.X), SymbolsOf(data.Y)).AlphabetSize < data.Count;

    private static Symbols SymbolsOf(Variable variable) => variable.IsLayer ? Symbols.FromRows(variable.Samples) : variable.Symbols;
}
