using MutualInfo.Discrete;

namespace MutualInfo.Tests.Documentation.Snippets;

public class TableSnippets
{
    [Fact]
    public void JointDistribution_SymmetricChannel_HasItsCapacity()
    {
        #region joint-distribution
        // A binary symmetric channel that flips every tenth bit, with a fair input.
        JointDistribution channel = JointDistribution.FromTable(new[,] { { 0.45, 0.05 }, { 0.05, 0.45 } });

        Information capacity = channel.MutualInformation;               // 0.5310 bits
        Information noise = channel.EntropyYGivenX;                     // 0.4690 bits
        #endregion

        double entropy = -0.1 * Math.Log2(0.1) - 0.9 * Math.Log2(0.9);
        Assert.Equal(1 - entropy, capacity.Bits, 1e-15);
        Assert.Equal(entropy, noise.Bits, 1e-15);
    }

    private static readonly (float[] Layer, int[] Labels)[] _batches =
        [.. Enumerable.Range(0, 6).Select(seed => (Layer: Numbers(seed), Labels: Seeded.Labels(new Random(seed), 50, 3)))];

    [Fact]
    public void JointCounts_TwoMachines_AreOne()
    {
        (float[], int[])[] batches = _batches[..4];
        (float[], int[])[] otherBatches = _batches[4..];
        using MemoryStream shard = new();

        #region large-data
        // Two machines, each with its own part of the data, read batch by batch.
        var bins = new EqualWidthBins(30, BinRange.Given(-1, 1));
        JointCounts here = new(), there = new();
        foreach ((float[] layer, int[] labels) in batches)
            here.Add(KeyedSymbols.FromBins(Samples.FromRows<float>(layer, dimension: 2), bins), KeyedSymbols.FromLabels(labels));
        foreach ((float[] layer, int[] labels) in otherBatches)
            there.Add(KeyedSymbols.FromBins(Samples.FromRows<float>(layer, dimension: 2), bins), KeyedSymbols.FromLabels(labels));

        there.Write(shard);                                                 // any stream; a file that the other machine reads
        shard.Position = 0;
        here.Merge(JointCounts.Read(shard));
        MutualInformationEstimate estimate = here.Estimate();               // the same bits as for all samples at once
        #endregion

        float[] all = [.. _batches.SelectMany(batch => batch.Layer)];
        MutualInformationEstimate expected = Estimators.Binning(30, -1, 1).Estimate(
            Samples.FromRows<float>(all, 2), Symbols.FromLabels([.. _batches.SelectMany(batch => batch.Labels)]));
        Assert.Equal(expected.Value, estimate.Value);
        Assert.Equal(300, estimate.SampleCount);
    }

    [Fact]
    public void FittedBins_OfTheFirstBatch_BinAllBatches()
    {
        (float[] Layer, int[] Labels)[] batches = [.. _batches.Select(batch => (batch.Layer[..50], batch.Labels))];

        #region large-data-fitted
        // The first batch lays the bins of all.
        FittedBins bins = new EqualFrequencyBins(4).Fit(Samples.FromScalars<float>(batches[0].Layer));
        JointCounts counts = new();
        foreach ((float[] layer, int[] labels) in batches)
            counts.Add(KeyedSymbols.FromBins(Samples.FromScalars<float>(layer), bins), KeyedSymbols.FromLabels(labels));
        #endregion

        Assert.Equal(300, counts.SampleCount);
        Assert.Equal(4, counts.AlphabetSizeX);
    }

    private static float[] Numbers(int seed) => [.. Seeded.Uniform(new Random(seed), 100).Select(value => (float)(2 * value - 1))];
}
