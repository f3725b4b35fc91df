using System.Runtime.Intrinsics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Parity;

/// <summary>Rows counted together with labels in one visit, against a dictionary and against codes that are joined afterwards.</summary>
[Collection(nameof(Alone))]
public class LabelledRowsTests
{
    private static readonly int[] _threads = [1, 2, 3, 7, 16];

    public static TheoryData<string, int> Tables()
    {
        TheoryData<string, int> data = [];
        foreach (string shape in (string[])["all equal", "all different", "few", "some", "many", "skewed", "hot after cold"])
        {
            foreach (int alphabet in (int[])[1, 3, 700])
                data.Add(shape, alphabet);
        }

        // As many labels as a note of an absorbed row has room for, and more.
        data.Add("some", 65_536);
        data.Add("some", 70_000);
        data.Add("all equal", 70_000);
        return data;
    }

    // Beyond one table, so that rows are absorbed, parted, noted and counted in cells; 4 bytes wide, which is a key, and 20, which is not.
    [Theory, MemberData(nameof(Tables))]
    public void Count_ManyRows_EqualsTheTwinForAnyNumberOfThreads(string shape, int alphabet)
    {
        const int Count = 75_001;
        int[] names = Names(shape, Count);
        int[] labels = Labels(Count, alphabet);
        (CountsOfCounts rows, CountsOfCounts pairs) = Twin(names, labels);
        foreach (int threads in _threads)
        {
            EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
            RequireSame(rows, pairs, Counted<RowHash>(names, 1, labels, options), $"{shape}, {alphabet} labels, {threads} threads");
            if (threads == 3)
                RequireSame(rows, pairs, Counted<MixingRowHash>(names, 5, labels, options), $"{shape}, {alphabet} labels, wide rows");
        }
    }

    // On both sides of one table, and of the first partitions.
    [Theory, InlineData(1), InlineData(2), InlineData(63), InlineData(300), InlineData(32_767), InlineData(32_768), InlineData(32_769), InlineData(65_537)]
    public void Count_RowsAroundTheSizeOfATable_EqualsTheTwin(int count)
    {
        foreach (string shape in (string[])["all different", "few", "many"])
        {
            foreach (int alphabet in (int[])[1, 2, 40, 5000])
            {
                int[] names = Names(shape, count);
                int[] labels = Labels(count, alphabet);
                (CountsOfCounts rows, CountsOfCounts pairs) = Twin(names, labels);
                RequireSame(rows, pairs, Counted<RowHash>(names, 1, labels, EstimationOptions.Default), $"{shape}, n = {count}, {alphabet} labels");
            }
        }
    }

    [Fact]
    public void Count_KeysThatCollide_EqualsTheTwin()
    {
        int[] names = Names("few", 40_003);
        int[] labels = Labels(names.Length, 9);
        (CountsOfCounts rows, CountsOfCounts pairs) = Twin(names, labels);
        EstimationOptions options = new() { MaxDegreeOfParallelism = 3 };
        RequireSame(rows, pairs, Counted<ConstantHash>(names, 1, labels, options), "one key");
        RequireSame(rows, pairs, Counted<OnePartitionHash>(names, 1, labels, options), "one partition");
    }

    [Theory, InlineData(500), InlineData(50_000)]
    public void Count_DistinctLabels_CountsTheRowsAlone(int count)
    {
        int[] names = Names("few", count);
        LabelledCounts counts = Counted<RowHash>(names, 1, [.. Enumerable.Range(0, count)], EstimationOptions.Default);
        Assert.Equal(Twin(names).Counts, counts.Rows.Counts);
        Assert.Equal(1, Assert.Single(counts.Pairs.Counts));
        Assert.Equal(count, Assert.Single(counts.Pairs.Multiplicities));
    }

    // The cells, where they were kept, are those of the pairs: the sum over them has the same bits.
    [Theory, InlineData(3000, 5, 2), InlineData(60_000, 40, 3), InlineData(60_000, 60, 2), InlineData(100_000, 9, 5000)]
    public void PlugInNats_NearIndependence_IsBitwiseThatOfTheCodes(int count, int different, int alphabet)
    {
        int[] names = [.. Names("few", count).Select(name => name % different)];
        names[count / 2] = -1;
        int[] labels = Labels(count, alphabet);
        LabelledCounts counts = Counted<RowHash>(names, 1, labels, EstimationOptions.Default);
        Assert.Equal(alphabet < 5000, counts.HasCells);
        if (counts.HasCells)
        {
            double expected = CountDependence.PlugInNats(Symbols.FromLabels(names), Symbols.FromLabels(labels), CancellationToken.None);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(counts.PlugInNats(CancellationToken.None)));
        }
    }

    [Fact]
    public void PlugInNatsWithDistinct_AnyCounts_IsBitwiseThatOfTheCodes()
    {
        foreach (int count in (int[])[1, 2, 50, 5000])
        {
            Symbols symbols = Symbols.FromLabels([.. Enumerable.Range(0, count).Select(i => i % 50 == 1 ? i % 3 : 7)]);
            double expected = CountDependence.PlugInNats(symbols, Symbols.Distinct(count), CancellationToken.None);
            double found = CountDependence.PlugInNatsWithDistinct(CountsOfCounts.From(symbols.Histogram, "histogram"), CancellationToken.None);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(found));
        }
    }

    [Theory, InlineData(10), InlineData(100_000)]
    public void Count_TokenAlreadyCancelled_ThrowsIt(int count)
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        OperationCanceledException stopped =
            Assert.Throws<OperationCanceledException>(() => Counted<RowHash>(Names("few", count), 1, Labels(count, 3), cancelled));
        Assert.Equal(cancelled.CancellationToken, stopped.CancellationToken);
    }

    // Buffers are some 30 bytes a row; what a call that fails allocates is its small tables.
    [Fact]
    public void Count_SourceThatFails_ReturnsItsBuffers()
    {
        const int Count = 100_000;
        Symbols labels = Symbols.FromLabels(Labels(Count, 10));
        EstimationOptions options = new() { MaxDegreeOfParallelism = 1 };
        for (int warm = 0; warm < 3; warm++)
            Fail();
        Assert.InRange(Allocations.Least(Fail), 0, 400_000);

        void Fail() => Assert.Throws<InvalidOperationException>(() => new LabelledRows(labels).Count(new FailingRows(Count), options));
    }

    private static unsafe LabelledCounts Counted<THash>(int[] names, int width, int[] labels, EstimationOptions options) where THash : struct, IRowHash
    {
        int[] cells = [.. names.SelectMany(name => Enumerable.Range(0, width).Select(column => column == width - 1 ? name : name % 7))];
        fixed (int* start = cells)
            return new LabelledRows(Symbols.FromLabels(labels)).Count(new RawRows<THash>((byte*)start, names.Length, width * sizeof(int)), options);
    }

    private static (CountsOfCounts Rows, CountsOfCounts Pairs) Twin(int[] names, int[] labels) => (Twin(names), Twin(names.Zip(labels)));

    private static CountsOfCounts Twin<TKey>(IEnumerable<TKey> keys) where TKey : notnull =>
        CountsOfCounts.From([.. keys.CountBy(key => key).Select(pair => pair.Value)], "histogram");

    private static void RequireSame(CountsOfCounts rows, CountsOfCounts pairs, LabelledCounts found, string which)
    {
        Assert.True(rows.Counts.SequenceEqual(found.Rows.Counts) && rows.Multiplicities.SequenceEqual(found.Rows.Multiplicities), $"rows: {which}");
        Assert.True(pairs.Counts.SequenceEqual(found.Pairs.Counts) && pairs.Multiplicities.SequenceEqual(found.Pairs.Multiplicities), $"pairs: {which}");
        Assert.Equal(rows.SampleCount, found.Rows.SampleCount);
        Assert.Equal(pairs.SampleCount, found.Pairs.SampleCount);
    }

    // Of many labels random ones would leave out a good part.
    private static int[] Labels(int count, int alphabet) => alphabet < 10_000
        ? Seeded.Labels(new Random(alphabet), count, alphabet)
        : [.. Enumerable.Range(0, count).Select(i => i % alphabet)];

    private static int[] Names(string shape, int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(i => shape switch
        {
            "all equal" => 5,
            "all different" => unchecked(i * (int)2654435761),
            "few" => random.Next(60),
            "some" => random.Next(count / 9),
            "many" => random.Next(1 + count / 3),
            "skewed" => (int)(count * Math.Pow(random.NextDouble(), 12)),
            _ => i < count / 2 ? i : count / 2 - 1 - random.Next(9),
        })];
    }

    private readonly struct ConstantHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128<ulong>.Zero;
    }

    private readonly struct OnePartitionHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128.Create(row % 3UL, row % 5UL);
    }

    private readonly struct FailingRows(int count) : IRowSource
    {
        public int Count => count;

        public int BytesPerRow => 16;

        public bool KeysDecide => true;

        public long ValuesOutsideRange => 0;

        public void Keys(int first, Span<Vector128<ulong>> keys)
        {
            if (first > count / 2)
                throw new InvalidOperationException("No more rows.");
            for (int i = 0; i < keys.Length; i++)
                keys[i] = Vector128.Create((ulong)(first + i) * 0x9E3779B97F4A7C15, (ulong)(first + i) * 0xD1B54A32D192ED03);
        }

        public void Ask(int row)
        {
        }

        public bool AreEqual(int row, int other) => row == other;
    }
}
