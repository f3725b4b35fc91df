using MutualInfo.Kernels;

namespace MutualInfo.Tests.Documentation.Snippets;

/// <summary>Examples of kernel density and matrix Rényi.</summary>
public class KernelSnippets
{
    [Fact]
    public void KernelDensity_TwoPoints_KnownBounds()
    {
        #region kernel-density
        // Two samples whose squared distance is twice the variance of the noise.
        double[] layer = [0, Math.Sqrt(2)];
        KernelDensityEstimator upper = Estimators.KernelDensity(noiseVariance: 1);
        KernelDensityEstimator lower = upper with { Bound = KernelDensityBound.Lower };

        Information atMost = upper.Estimate(Samples.FromScalars(layer), Symbols.Distinct(2)).Value;     // 0.3799 nats
        Information atLeast = lower.Estimate(Samples.FromScalars(layer), Symbols.Distinct(2)).Value;    // 0.1172 nats
        #endregion

        Assert.Equal(0.3798854930, atMost.Nats, 1e-9);
        Assert.Equal(0.1172077607, atLeast.Nats, 1e-9);
    }

    [Fact]
    public void AdaptiveKernelDensity_LargerLayer_HasMoreNoise()
    {
        #region adaptive-kernel-density
        float[] layer = [0, 0.5f, 1, 2];
        MutualInformationEstimate estimate = Estimators.AdaptiveKernelDensity(scale: 0.01)
            .Estimate(Samples.FromScalars(layer), Symbols.Distinct(4));

        double? sigma = estimate.Diagnostics.BandwidthX;                    // √(0.01 · 2)
        #endregion

        Assert.Equal(Math.Sqrt(0.02), sigma!.Value, 1e-15);
    }

    [Fact]
    public void MatrixRenyi_Labels_InformationIsNegative()
    {
        #region matrix-renyi
        Symbols x = Symbols.FromLabels([1, 1, 0, 1]);
        Symbols y = Symbols.FromLabels([1, 1, 1, 0]);

        Information renyi = Estimators.MatrixRenyi(order: 2).Estimate(x, y).Value;          // log₂(24/25) = −0.0589 bits
        Information shannon = Estimators.ExactDiscrete().Estimate(x, y).Value;              // 0.1226 bits
        #endregion

        Assert.Equal(Math.Log2(24.0 / 25), renyi.Bits, 1e-14);
        Assert.Equal(0.1225562489182657, shannon.Bits, 1e-12);
    }

    [Fact]
    public void MatrixRenyi_OwnGramMatrix_IsMeasured()
    {
        #region matrix-renyi-own-gram
        // A Laplacian kernel of the caller's own, exp(−|x − x′|), for samples 0 and 1 of one variable.
        double k = Math.Exp(-1);
        GramMatrix x = GramMatrix.FromMatrix(new[,] { { 1, k }, { k, 1 } });
        GramMatrix labels = GramMatrix.FromMatrix(new double[,] { { 1, 0 }, { 0, 1 } });
        MatrixRenyiEstimator renyi = Estimators.MatrixRenyi(order: 1.01);

        Information entropy = renyi.Entropy(x);
        Information joint = renyi.Entropy(GramMatrix.Join(x, labels));      // one bit: the labels differ
        Information information = renyi.Estimate(x, labels).Value;
        #endregion

        double expected = Math.Log(Math.Pow((1 + k) / 2, 1.01) + Math.Pow((1 - k) / 2, 1.01)) / (1 - 1.01);
        Assert.Equal(expected, entropy.Nats, 1e-12);
        Assert.Equal(1, joint.Bits, 1e-12);
        Assert.Equal(entropy.Bits, information.Bits, 1e-12);
    }

    [Fact]
    public void MatrixRenyi_Enclose_HoldsTheEstimate()
    {
        double[] activations = Seeded.Normal(new Random(1), 800);
        Samples<double> layer = Samples.FromRows<double>(activations, 2);
        Symbols labels = Symbols.FromLabels([.. Enumerable.Range(0, 400).Select(i => activations[2 * i] > 0 ? 1 : 0)]);

        #region matrix-renyi-enclose
        MatrixRenyiEstimator renyi = Estimators.MatrixRenyi(order: 1.01);

        EntropyEnclosure entropy = renyi.Enclose(layer);                        // both bounds, the rank, what is left of the trace
        InformationEnclosure information = renyi.Enclose(layer, labels, new EnclosureLimits { Width = Information.FromBits(1e-4) });
        #endregion

        MutualInformationEstimate estimate = renyi.Estimate(layer, labels);
        Assert.InRange(estimate.EntropyX.Bits, entropy.Lower.Bits, entropy.Upper.Bits);
        Assert.InRange(estimate.Value.Bits, information.Lower.Bits, information.Upper.Bits);
    }
}
