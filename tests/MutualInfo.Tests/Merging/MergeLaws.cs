using MutualInfo.Discrete;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Merging;

/// <summary>Any batches, any order, any shards: equal bits, and equal files.</summary>
public class MergeLaws
{
    private const int Splits = 1000;

    public static TheoryData<string> Names => [.. KeyedVariables.Names];

    [Theory, MemberData(nameof(Names))]
    public void Estimate_OfOneBatch_IsThatOfTheEstimatorForAllSamples(string name)
    {
        int[] all = [.. Enumerable.Range(0, KeyedVariables.Count)];
        foreach (IEntropyEstimator entropy in (IEntropyEstimator[])[new PlugIn(), new MillerMadow(), new Grassberger(), new ChaoWangJost()])
        {
            DiscreteEstimator estimator = new(KeyedVariables.ForAll(name)) { Entropy = entropy };
            MutualInformationEstimate expected = estimator.Estimate(KeyedVariables.Layer(all), Symbols.FromLabels(KeyedVariables.Labels(all)));

            MutualInformationEstimate actual = KeyedVariables.Counts(name).Estimate(entropy);

            Law.IsBitwiseEqual(expected, actual);
            Assert.Equal(expected.SampleCount, actual.SampleCount);
            Assert.Equal(expected.Diagnostics with { Elapsed = TimeSpan.Zero }, actual.Diagnostics with { Elapsed = TimeSpan.Zero });
            Assert.Equal(new DiscreteEstimator(KeyedVariables.ForBatches(name)) { Entropy = entropy }, actual.Estimator);
            Assert.Equal(expected.Verdict.Findings, actual.Verdict.Findings);
        }
    }

    // The samples in another order, cut into batches, given to shards, merged in another order, some through a file: a thousand times.
    [Fact]
    public void Estimate_AnySplitOfSamples_IsBitwiseEqual()
    {
        // Edges of a hundred thousand bins take longer to lay than batches of a hundred samples to count.
        string[] names = [.. KeyedVariables.Names.Except(["100,000 bins"])];
        Dictionary<string, (MutualInformationEstimate Estimate, byte[] File)> expected = names.ToDictionary(
            name => name, name => (KeyedVariables.Counts(name).Estimate(), KeyedVariables.Written(KeyedVariables.Counts(name))));
        for (int seed = 0; seed < Splits; seed++)
        {
            string name = names[seed % names.Length];
            JointCounts merged = Merge(new Random(seed), name);
            Law.IsBitwiseEqual(expected[name].Estimate, merged.Estimate());
            Assert.True(expected[name].File.AsSpan().SequenceEqual(KeyedVariables.Written(merged)), $"{name}: the file differs at seed {seed}.");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Merge_TwoOrders_AreOneFile(string name)
    {
        JointCounts first = Part(name, 0, 150);
        JointCounts second = Part(name, 150, KeyedVariables.Count);
        JointCounts forwards = new();
        forwards.Merge(first);
        forwards.Merge(second);
        JointCounts backwards = new();
        backwards.Merge(second);
        backwards.Merge(first);
        byte[] file = KeyedVariables.Written(forwards);
        Assert.Equal(file, KeyedVariables.Written(backwards));
        Assert.Equal(KeyedVariables.Written(KeyedVariables.Counts(name)), file);
        // What was merged is as it was.
        Assert.Equal(KeyedVariables.Written(Part(name, 0, 150)), KeyedVariables.Written(first));
    }

    // S6: every sample 2⁴⁰ times; 3.5 × 10¹⁴ samples, a millionfold more than an int counts.
    [Fact]
    public void Merge_WithItself_DoublesAndKeepsTheInformation()
    {
        JointCounts counts = KeyedVariables.Counts("12 bins");
        MutualInformationEstimate expected = counts.Estimate();
        for (int i = 0; i < 40; i++)
            counts.Merge(counts);
        MutualInformationEstimate estimate = counts.Estimate();
        Assert.Equal(KeyedVariables.Count * (1L << 40), estimate.SampleCount);
        Assert.Equal(expected.Diagnostics.JointAlphabetSize, estimate.Diagnostics.JointAlphabetSize);
        // A power of two scales every count exactly.
        Law.IsBitwiseEqual(expected, estimate);
        Law.IsBitwiseEqual(expected, KeyedVariables.Read(KeyedVariables.Written(counts)).Estimate());
    }

    [Fact]
    public void Merge_BeyondSixtyFourBits_IsRefusedAndChangesNothing()
    {
        JointCounts counts = JointCounts.FromTable(new[,] { { 1L << 60, 1 }, { 1, 1L << 60 } });
        byte[] before = KeyedVariables.Written(counts);
        counts.Merge(counts);
        Assert.Equal((1L << 62) + 4, counts.SampleCount);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => counts.Merge(counts));
        Assert.Contains("64 bits", refusal.Message, StringComparison.Ordinal);
        JointCounts twice = KeyedVariables.Read(before);
        twice.Merge(KeyedVariables.Read(before));
        Assert.Equal(KeyedVariables.Written(twice), KeyedVariables.Written(counts));
        // At 2⁶² + 4 samples products of counts fill 125 bits, and the information is still right.
        Assert.Equal(Math.Log(2), counts.Estimate().Value.Nats, 1e-15);
    }

    [Fact]
    public void Merge_WithNothing_ChangesNothing()
    {
        JointCounts counts = KeyedVariables.Counts("levels");
        counts.Merge(new JointCounts());
        counts.Add(KeyedSymbols.FromLabels(Array.Empty<int>()), KeyedSymbols.FromLabels(Array.Empty<long>()));
        Assert.Equal(KeyedVariables.Written(KeyedVariables.Counts("levels")), KeyedVariables.Written(counts));
    }

    // Labels are one key whichever type held them; both zeros are one number; and rows of a layer may come as either variable.
    [Fact]
    public void Add_EqualValuesInOtherForms_AreOneSymbol()
    {
        JointCounts counts = new();
        counts.Add(KeyedSymbols.FromLabels([1, -1]), KeyedSymbols.FromRows(Samples.FromScalars<float>([0f, 2f])));
        counts.Add(KeyedSymbols.FromLabels([1L, -1L]), KeyedSymbols.FromRows(Samples.FromScalars<float>([-0f, 2f])));
        Assert.Equal((4, 2, 2, 2), (counts.SampleCount, counts.AlphabetSizeX, counts.AlphabetSizeY, counts.JointAlphabetSize));
        Assert.Equal(Math.Log(2), counts.Estimate().Value.Nats);
    }

    // Rows far wider than a hash: keys are compared whole.
    [Fact]
    public void Add_WideRows_AreToldApartByTheirLastByte()
    {
        byte[] rows = new byte[2 * 100_000];
        rows[^1] = 1;
        JointCounts counts = new();
        counts.Add(KeyedSymbols.FromBytes(rows, 100_000), KeyedSymbols.FromLabels([0, 1]));
        counts.Add(KeyedSymbols.FromBytes(rows.AsSpan(100_000), 100_000), KeyedSymbols.FromLabels([1]));
        Assert.Equal((3, 2, 2), (counts.SampleCount, counts.AlphabetSizeX, counts.JointAlphabetSize));
        Assert.Equal(KeyedVariables.Written(counts), KeyedVariables.Written(KeyedVariables.Read(KeyedVariables.Written(counts))));
    }

    [Fact]
    public void Estimate_DifferentBinsOfXAndY_NamesBothAndEqualsTheEstimator()
    {
        int[] all = [.. Enumerable.Range(0, KeyedVariables.Count)];
        JointCounts counts = new();
        counts.Add(KeyedVariables.KeyedLayer("exact rows", all), KeyedVariables.KeyedLayer("12 bins", all));
        MutualInformationEstimate estimate = counts.Estimate(new MillerMadow());
        Assert.Equal("x by exact rows, y by 12 equal-width bins [-1, 1.5], Miller-Madow", estimate.Estimator.ToString());
        Assert.Equal(EstimandKind.Binned, estimate.Estimator.Estimand.Kind);
        MutualInformationEstimate again = estimate.Estimator.Estimate(KeyedVariables.Layer(all), KeyedVariables.Layer(all));
        Law.IsBitwiseEqual(estimate, again);
        Assert.Equal(estimate.Estimator, again.Estimator);
        Law.IsBitwiseEqual(estimate, estimate.Estimator.Estimate(Symbols.FromRows(KeyedVariables.Layer(all)), KeyedVariables.ForAll("12 bins").Encode(KeyedVariables.Layer(all))));
        Law.SameBits("H(X)", estimate.EntropyX.Nats, estimate.Estimator.Estimate(KeyedVariables.Layer(all), Symbols.FromLabels(KeyedVariables.Labels(all))).EntropyX.Nats);
    }

    private static JointCounts Merge(Random random, string name)
    {
        int[] order = [.. Enumerable.Range(0, KeyedVariables.Count)];
        random.Shuffle(order);
        List<JointCounts> shards = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => new JointCounts())];
        for (int start = 0; start < order.Length;)
        {
            int[] batch = order[start..Math.Min(order.Length, start + random.Next(1, 200))];
            shards[random.Next(shards.Count)].Add(KeyedVariables.KeyedLayer(name, batch), KeyedVariables.KeyedLabels(batch));
            start += batch.Length;
        }

        while (shards.Count > 1)
        {
            int taken = random.Next(1, shards.Count);
            JointCounts shard = shards[taken];
            shards.RemoveAt(taken);
            shards[random.Next(shards.Count)].Merge(shard.SampleCount > 0 && random.Next(2) == 0 ? KeyedVariables.Read(KeyedVariables.Written(shard)) : shard);
        }

        return shards[0];
    }

    private static JointCounts Part(string name, int start, int end)
    {
        int[] rows = [.. Enumerable.Range(start, end - start)];
        JointCounts counts = new();
        counts.Add(KeyedVariables.KeyedLayer(name, rows), KeyedVariables.KeyedLabels(rows));
        return counts;
    }
}
