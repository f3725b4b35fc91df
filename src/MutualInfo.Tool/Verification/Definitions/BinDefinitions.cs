using MutualInfo.Discrete;
using static MutualInfo.Tool.Verification.Definitions.DefinitionChecks;

namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Every discretizer on 120 evenly spaced values: the number of values in each bin follows from where its edges are.</summary>
internal static class BinDefinitions
{
    private const int Count = 120;

    public static IEnumerable<Check> All(VerificationContext context)
    {
        double[] even = [.. Enumerable.Range(0, Count).Select(i => i + 0.5)];

        yield return Entropy(context, "120 even values", Estimators.ExactDiscrete(), Math.Log(Count), even);
        yield return Entropy(context, "120 even values", Estimators.Binning(10, 0, Count), Math.Log(10), even);
        yield return Entropy(context, "120 even values", Estimators.Binning(10, BinRange.PerNeuron), Math.Log(10), even);
        yield return Entropy(context, "120 even values", Binned(new FixedWidthBins(20)), Math.Log(6), even);
        yield return Entropy(context, "120 even values", Binned(new EqualFrequencyBins(8)), Math.Log(8), even);
        // 8 bits over [0, 256]: a level for each whole number, halves go to the even one, so two values each, from 0 to 120 in steps of 2.
        yield return Entropy(context, "120 even values", Binned(new QuantizedLevels(8, BinRange.Given(0, 256))), HalvesToEven(), even);
        // 31 edges from 0 to 120: 30 intervals of 4 values, and nothing at the last edge.
        yield return Entropy(context, "120 even values", Binned(new ShwartzZivTishbyBins(31, 0, Count)), Math.Log(30), even);
        // 30 bins of 4 different values; the maximum has a symbol of its own.
        yield return Entropy(context, "120 even values", Estimators.AdaptiveBinning(30), Shannon([.. Enumerable.Repeat(4, 29), 3, 1]), even);
        yield return Entropy(
            context, "120 even values", Estimators.Binning(10, 0, Count) with { Entropy = new MillerMadow() }, MillerMadow(10), even);
    }

    // 0.5 → 0; 1.5 and 2.5 → 2; … 117.5 and 118.5 → 118; 119.5 → 120.
    private static double HalvesToEven() => Shannon([1, .. Enumerable.Repeat(2, 59), 1]);

    // H(X) + (K − 1)/2n, plus ln n + (n − 1)/2n twice with opposite signs: those of the distinct inputs and of the pairs.
    private static double MillerMadow(int bins) => Math.Log(bins) + (bins - 1) / (2.0 * Count);

    private static double Shannon(int[] counts) => -counts.Sum(c => (double)c / Count * Math.Log((double)c / Count));

    private static DiscreteEstimator Binned(IDiscretizer discretizer) => new(discretizer);
}
