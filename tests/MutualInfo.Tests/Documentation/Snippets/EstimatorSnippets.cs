using MutualInfo.Discrete;
using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Variational;

namespace MutualInfo.Tests.Documentation.Snippets;

public class EstimatorSnippets
{
    [Fact]
    public void ExactDiscrete_AndGate_IsExact()
    {
        #region exact-discrete
        // The AND gate: all four inputs, once each.
        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        Symbols output = Symbols.FromLabels([0, 0, 0, 1]);
        DiscreteEstimator exact = Estimators.ExactDiscrete();

        Information both = exact.Estimate(Samples.FromRows(inputs, 2), output).Value;                   // 0.8113 bits = H(Y)
        Information one = exact.Estimate(Symbols.FromLabels([0, 0, 1, 1]), output).Value;               // 0.3113 bits
        #endregion

        Assert.Equal(0.5623351446188083, both.Nats, 1e-14);
        Assert.Equal(0.2157615543388357, one.Nats, 1e-14);
    }

    [Fact]
    public void QuantizedLevels_FourLevels_AgreeWithExactRows()
    {
        #region quantized-levels
        // A layer that a 2-bit quantiser has made: four levels, 0.25 apart.
        float[] layer = [0, 0.25f, 0.5f, 0.75f, 0.75f, 0, 0.5f, 0.5f];
        Symbols inputs = Symbols.Distinct(8);

        Information exact = Estimators.ExactDiscrete().Estimate(Samples.FromScalars(layer), inputs).Value;
        Information levels = new DiscreteEstimator(new QuantizedLevels(2)).Estimate(Samples.FromScalars(layer), inputs).Value;
        #endregion

        Assert.Equal(exact, levels);
    }

    [Fact]
    public void Binning_FourRules_DifferAtTheEnds()
    {
        #region binning
        float[] tanh = [-1, -0.97f, -0.2f, 0.3f, 0.97f, 1];
        Symbols inputs = Symbols.Distinct(6);

        Information InBins(IDiscretizer bins) => new DiscreteEstimator(bins).Estimate(Samples.FromScalars(tanh), inputs).Value;

        Information equalWidth = InBins(new EqualWidthBins(30, BinRange.Given(-1, 1)));     // 0.97 and 1 share a bin
        Information published = InBins(new ShwartzZivTishbyBins());                         // 1 has a symbol of its own
        Information fixedWidth = InBins(new FixedWidthBins(0.07));                          // floor(v / 0.07)
        Information equalFrequency = InBins(new EqualFrequencyBins(3));                     // two values in each bin
        #endregion

        Assert.Equal(Estimators.Binning(30, -1, 1).Estimate(Samples.FromScalars(tanh), inputs).Value, equalWidth);
        Assert.Equal(2.0 / 3 * Math.Log2(3) + 1.0 / 3 * Math.Log2(6), equalWidth.Bits, 1e-14);
        Assert.Equal(1.0 / 3 * Math.Log2(3) + 2.0 / 3 * Math.Log2(6), published.Bits, 1e-14);
        Assert.Equal(Math.Log2(6), fixedWidth.Bits, 1e-14);
        Assert.Equal(Math.Log2(3), equalFrequency.Bits, 1e-14);
    }

    [Fact]
    public void AdaptiveBinning_Relu_GivesZerosAndTheMaximumTheirOwnSymbols()
    {
        #region adaptive-binning
        float[] relu = [0, 0, 0, 0, 1, 2, 3, 4];
        MutualInformationEstimate estimate = Estimators.AdaptiveBinning(bins: 2)
            .Estimate(Samples.FromScalars(relu), Symbols.Distinct(8));

        // The symbols are {0}, [1, 3), [3, 4) and {4}, seen 4, 2, 1 and 1 times: 1.75 bits.
        double bits = estimate.Value.Bits;
        #endregion

        Assert.Equal(1.75, bits, 1e-14);
        Assert.Equal(4, estimate.Diagnostics.AlphabetSizeX);
    }

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
    public void Corrections_IndependentLabels_MayBeNegative()
    {
        #region entropy-corrections
        Symbols x = Symbols.FromLabels([0, 0, 1, 1]);
        Symbols y = Symbols.FromLabels([0, 1, 0, 1]);
        DiscreteEstimator plugIn = Estimators.ExactDiscrete();
        DiscreteEstimator corrected = plugIn with { Entropy = new MillerMadow() };

        Information raw = plugIn.Estimate(x, y).Value;                      // 0
        Information better = corrected.Estimate(x, y).Value;                // (1 + 1 − 3) / 2n = −0.125 nats
        #endregion

        Assert.Equal(Information.Zero, raw);
        Assert.Equal(-0.125, better.Nats, 1e-15);
    }

    [Fact]
    public void Corrections_AnEntropyAlone_KnowsTheAlphabet()
    {
        #region entropy-alone
        int[] counts = [4, 2, 1, 1];                                        // eight samples of a die
        NemenmanShafeeBialek nsb = new() { AlphabetSize = 6 };

        Information plain = new PlugIn().Estimate(counts);                  // 1.75 bits
        Information expected = nsb.Estimate(counts);                        // 2.08 bits
        #endregion

        Assert.Equal(1.75, plain.Bits, 1e-12);
        Assert.Equal(2.08, expected.Bits, 5e-3);
    }

    [Fact]
    public void NearestNeighbours_NoisyLayer_IsNearTheTruth()
    {
        #region nearest-neighbours
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int[] classes = [.. Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? 1 : -1)];
        double[] layer = [.. classes.Select(sign => 2 * sign + Normal())];
        double[] next = [.. layer.Select(value => value + Normal())];

        Samples<double> t = Samples.FromScalars<double>(layer);
        Information target = Estimators.Ross().Estimate(t, Symbols.FromLabels(classes)).Value;              // the truth is 0.6327 nats
        MutualInformationEstimate layers = Estimators.Kraskov().Estimate(t, Samples.FromScalars<double>(next));
        double ties = layers.Diagnostics.TiedShare!.Value;                                                  // 0: no two samples alike

        // From one search, how much the choice of k matters:
        IReadOnlyList<MutualInformationEstimate> all = Estimators.Kraskov().EstimateAll(t, Samples.FromScalars<double>(next), [2, 3, 4, 8, 16]);
        #endregion

        Assert.Equal(0.6327, target.Nats, 0.05);
        Assert.Equal(0, ties);
        Assert.Equal(layers.Value, all[1].Value);
        Assert.All(all, estimate => Assert.Equal(layers.Value.Nats, estimate.Value.Nats, 0.1));
    }

    [Fact]
    public void RateBounds_TwoCodes_AreClosedForms()
    {
        #region rate-bounds
        // Two inputs, encoded as N(0, 1) and N(2, 2²).
        double[] means = [0, 2], deviations = [1, 2];
        Samples<double> mu = Samples.FromScalars<double>(means), sigma = Samples.FromScalars<double>(deviations);

        InformationBounds mixture = RateBounds.Mixture(mu, sigma);                  // 0.1437 … 0.4811 nats
        Information rate = RateBounds.StandardNormal(mu, sigma).Value;              // 1.4034 nats: the prior N(0, 1) is far from these codes
        #endregion

        Assert.Equal(0.1437, mixture.Lower.Nats, 5e-5);
        Assert.Equal(0.4811, mixture.Upper.Nats, 5e-5);
        Assert.Equal(1.4034, rate.Nats, 5e-5);
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

    [Fact]
    public void Gaussian_CubedSamples_NeedTheCopula()
    {
        #region gaussian
        var random = new Random(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        double[] x = [.. Enumerable.Range(0, 5000).Select(_ => Normal())];
        double[] y = [.. x.Select(value => 0.75 * value + Math.Sqrt(1 - 0.75 * 0.75) * Normal())];
        double[] cubes = [.. y.Select(value => value * value * value)];         // as much information as y

        Information truth = Information.FromNats(-0.5 * Math.Log(1 - 0.75 * 0.75));                                             // 0.4133 nats
        Information linear = Estimators.Gaussian().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Value;          // near it
        Information cubic = Estimators.Gaussian().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(cubes)).Value;       // too low
        Information ranks = Estimators.GaussianCopula().Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(cubes)).Value; // near it
        #endregion

        // Three standard errors of 5000 samples: the information density has variance ρ².
        double error = 3 * 0.75 / Math.Sqrt(5000);
        Assert.Equal(truth.Nats, linear.Nats, error);
        Assert.Equal(truth.Nats, ranks.Nats, error);
        Assert.InRange(cubic.Nats, 0.1, truth.Nats - error);
        MutualInformationEstimate plain = (Estimators.Gaussian() with { Correction = GaussianCorrection.None })
            .Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y));
        Assert.InRange(plain.Value.Nats - linear.Nats, 0.9 / 10_000, 1.1 / 10_000);
    }
}
