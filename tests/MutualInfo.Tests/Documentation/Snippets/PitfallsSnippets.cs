using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Documentation.Snippets;

public class PitfallsSnippets
{
    [Fact]
    public void Saturation_RandomNumbers_SeemToKnowTheLabel()
    {
        #region pitfall-saturation
        var random = new Random(1);
        float[] noise = [.. Enumerable.Range(0, 1000 * 10).Select(_ => random.NextSingle())];     // ten neurons that know nothing
        int[] coin = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(2))];

        MutualInformationEstimate estimate = Estimators.Binning(30).Estimate(Samples.FromRows(noise, 10), Symbols.FromLabels(coin));

        // estimate.Value is all of H(Y), nearly 1 bit; the truth is 0. What gives it away:
        double saturation = estimate.SaturationX;                          // 1
        double? alone = estimate.Diagnostics.SingletonShare;               // 1: no symbol was seen twice
        bool saysNothing = estimate.Verdict.SaysNothing;                   // true, with both reasons in its findings
        #endregion

        Assert.Equal(estimate.EntropyY.Bits, estimate.Value.Bits, 1e-12);
        Assert.True(estimate.Value.Bits > 0.99);
        Assert.Equal(1, saturation, 1e-12);
        Assert.Equal(1.0, alone);
    }

    [Fact]
    public void Range_ReluInTanhBins_IsCountedOutside()
    {
        float[] relu = [0, 0.2f, 0.9f, 1.5f, 3f, 40f];

        #region pitfall-range
        MutualInformationEstimate estimate = Estimators.Binning(30, -1, 1)
            .Estimate(Samples.FromScalars(relu), Symbols.Distinct(relu.Length));

        long outside = estimate.Diagnostics.ValuesOutsideRangeX;            // 3 values share the last bin
        #endregion

        Assert.Equal(3, outside);
        Assert.Equal(4, estimate.Diagnostics.AlphabetSizeX);
    }

    [Fact]
    public void Bandwidth_Swept_MovesFromLogNToZero()
    {
        var random = new Random(1);
        double[] layer = [.. Enumerable.Range(0, 256).Select(_ => random.NextDouble())];

        #region pitfall-bandwidth
        foreach (double sigma in (double[])[1e-6, 0.01, 0.1, 1, 100])
        {
            Information information = new KernelDensityEstimator(new FixedBandwidth(sigma))
                .Estimate(Samples.FromScalars(layer), Symbols.Distinct(layer.Length)).Value;
            Console.WriteLine($"σ = {sigma}: {information}");
        }
        #endregion

        Information[] swept =
        [
            .. new[] { 1e-6, 0.01, 0.1, 1, 100 }.Select(sigma => new KernelDensityEstimator(new FixedBandwidth(sigma))
                .Estimate(Samples.FromScalars(layer), Symbols.Distinct(layer.Length)).Value),
        ];
        Assert.Equal(swept.OrderDescending(), swept);
        Assert.Equal(8, swept[0].Bits, 1e-2);
        Assert.Equal(0, swept[^1].Bits, 1e-4);
    }

    [Fact]
    public void NotANumber_Refusal_NamesRowAndColumn()
    {
        string message = "";

        #region pitfall-nan
        float[] activations = [0.1f, float.NaN, 0.3f];
        try
        {
            Estimators.Binning(30, -1, 1).Estimate(Samples.FromScalars(activations), Symbols.Distinct(3));
        }
        catch (ArgumentException refusal)
        {
            // x[1][0] is NaN. Drop that sample, or find out where the layer diverged.
            message = refusal.Message;
        }
        #endregion

        Assert.StartsWith("x[1][0] is NaN. Drop that sample, or find out where the layer diverged.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_BinnedSeparately_BreakTheDataProcessingInequality()
    {
        #region pitfall-data-processing
        double[] first = [0.1, 0.2, 0.3, 0.4];
        double[] second = [.. first.Select(value => 10 * value)];           // a function of the first layer alone
        Symbols inputs = Symbols.Distinct(4);
        var bins = new DiscreteEstimator(new FixedWidthBins(1));

        Information ofFirst = bins.Estimate(Samples.FromScalars(first), inputs).Value;      // 0 bits
        Information ofSecond = bins.Estimate(Samples.FromScalars(second), inputs).Value;    // 2 bits
        #endregion

        Assert.Equal(0, ofFirst.Bits);
        Assert.Equal(2, ofSecond.Bits, 1e-15);
    }
}
