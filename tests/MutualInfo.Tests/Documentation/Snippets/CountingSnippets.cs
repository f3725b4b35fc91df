using MutualInfo.Discrete;

namespace MutualInfo.Tests.Documentation.Snippets;

/// <summary>Examples of the counting family.</summary>
public class CountingSnippets
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
}
