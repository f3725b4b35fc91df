using MutualInfo.Discrete;

namespace MutualInfo.Tests.Parity;

/// <summary>Bins that were fitted once give their sample the symbols of what fitted them, and all others the bins of a plain comparison.</summary>
public class FittedBinsTests
{
    [Theory, InlineData(1, 7), InlineData(3, 2), InlineData(3, 40), InlineData(8, 30)]
    public void Fit_ItsOwnSample_GivesTheSymbolsOfTheDiscretizer(int dimension, int bins)
    {
        foreach (bool isRounded in (bool[])[false, true])
        {
            double[] values = Seeded.Normal(new Random(bins), 300 * dimension);
            if (isRounded)
                values = Array.ConvertAll(values, value => Math.Round(value, 1));
            Same(Samples.FromRows<double>(values, dimension), bins);
            Same(Samples.FromRows<float>(Array.ConvertAll(values, value => (float)value), dimension), bins);
        }
    }

    [Fact]
    public void Encode_AnyEdges_CountsThoseAtMostTheValue()
    {
        Random random = new(3);
        for (int edges = 0; edges < 40; edges++)
        {
            double[] sorted = [.. Seeded.Normal(random, edges).Select(value => Math.Round(value, 1)).Order()];
            float[] values = [.. Seeded.Normal(random, 100).Select(value => (float)Math.Round(value, 1)), -1e30f, 1e30f];
            // The comparison is that of doubles: 0.1f is above 0.1.
            long[] twin = [.. values.Select(value => (long)sorted.Count(edge => edge <= value))];
            Assert.Equal(
                Symbols.FromLabels(twin).Codes.ToArray(), FittedBins.FromEdges(sorted).Encode(Samples.FromScalars<float>(values)).Codes.ToArray());
        }
    }

    [Fact]
    public void Encode_NeuronsWithDifferentlyManyEdges_BinsEachByItsOwn()
    {
        FittedBins bins = FittedBins.FromEdges([[], [0], [-1, 0, 1]]);
        Symbols symbols = bins.Encode(Samples.FromRows<double>([5, -1, -2, -5, -3, -3, 0, 2, 0.5, 1, 0, 0, 0, 0, 2], 3));
        Assert.Equal([0, 0, 1, 1, 2], symbols.Codes.ToArray());
        Assert.Equal((4, 3, BinScope.PerNeuron), (bins.Bins, bins.SetCount, bins.Scope));
        Assert.Equal([-1, 0, 1], bins.Edges(2).ToArray());
    }

    [Fact]
    public void Equals_SameEdges_IsEqual()
    {
        Assert.Equal(FittedBins.FromEdges([-0.0, 1]), FittedBins.FromEdges([0.0, 1]));
        Assert.Equal(FittedBins.FromEdges([0.0, 1]).GetHashCode(), FittedBins.FromEdges([-0.0, 1]).GetHashCode());
        Assert.NotEqual(FittedBins.FromEdges([0, 1]), FittedBins.FromEdges([0, 2]));
        Assert.NotEqual(FittedBins.FromEdges([0, 1]), FittedBins.FromEdges([[0, 1]]));
        Assert.Equal("3 fitted bins per layer", FittedBins.FromEdges([0, 1]).ToString());
    }

    // Edges are taken when the bins are made: a change of the array afterwards changes no bin.
    [Fact]
    public void FromEdges_ArrayChangedAfterwards_KeepsTheEdges()
    {
        double[] edges = [0, 1];
        FittedBins bins = FittedBins.FromEdges([edges]);
        edges[0] = 7;
        Assert.Equal([0, 1], bins.Edges(0).ToArray());
    }

    private static void Same<T>(Samples<T> samples, int bins) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Same(samples, new EqualFrequencyBins(bins), new EqualFrequencyBins(bins).Fit(samples));
        Same(samples, new EqualFrequencyBins(bins, BinScope.PerNeuron), new EqualFrequencyBins(bins, BinScope.PerNeuron).Fit(samples));
        Same(samples, new EntropyBasedAdaptiveBins(bins), new EntropyBasedAdaptiveBins(bins).Fit(samples));
        Same(samples, new EqualWidthBins(bins, BinRange.PerLayer), new EqualWidthBins(bins, BinRange.Of(samples)));
        Same(samples, new QuantizedLevels(4), new QuantizedLevels(4, BinRange.Of(samples)));
    }

    private static void Same<T>(Samples<T> samples, IDiscretizer laid, IDiscretizer known) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Symbols expected = laid.Encode(samples);
        Assert.Equal(expected.Codes.ToArray(), known.Encode(samples).Codes.ToArray());
        KeyedSymbols keyed = KeyedSymbols.FromBins(samples, known);
        // Different symbols have different keys, and a key is that of the row alone, wherever it stands.
        Assert.Equal(expected.Codes.ToArray(), keyed.Symbols.Codes.ToArray());
        string[] keys = [.. Enumerable.Range(0, expected.AlphabetSize).Select(symbol => Convert.ToHexString(keyed.KeyOf(symbol)))];
        Assert.Equal(keys.Length, keys.Distinct().Count());
        for (int row = 0; row < samples.Count; row += 17)
        {
            KeyedSymbols alone = KeyedSymbols.FromBins(Samples.FromRows(samples[row], samples.Dimension), known);
            Assert.Equal(keys[expected.Codes[row]], Convert.ToHexString(alone.KeyOf(0)));
        }
    }
}
