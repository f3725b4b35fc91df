using System.Runtime.Intrinsics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Interning by key and comparison against a dictionary of texts, with every hash, also where all keys are the same.</summary>
public class RowInternerTests
{
    private static readonly int[] _threads = [1, 2, 3, 7, 16];

    [Fact]
    public void Intern_EveryWidthInBytes_EqualsTheTwin()
    {
        foreach (int width in Enumerable.Range(1, 70).Concat([127, 128, 129, 255, 256, 257]))
        {
            Random random = new(width);
            byte[] cells = [.. Enumerable.Range(0, 200 * width).Select(_ => (byte)(random.Next(8 * width) == 0 ? 1 : 0))];
            int[] twin = Counting.Codes(cells, width);

            Assert.True(twin.SequenceEqual(RowInterner.Intern<byte>(cells, width).Codes.ToArray()), $"width {width}");
            Assert.True(twin.SequenceEqual(RowInterner.Intern<byte, MixingRowHash>(cells, width).Codes.ToArray()), $"width {width}, mixing");
            Assert.True(twin.SequenceEqual(RowInterner.Intern<byte, ConstantHash>(cells, width).Codes.ToArray()), $"width {width}, one key");
        }
    }

    [Fact]
    public void Intern_RowsThatDifferInOneByte_TellsThemApart()
    {
        for (int width = 1; width <= 257; width++)
        {
            byte[] cells = new byte[(width + 1) * width];
            for (int row = 0; row < width; row++)
                cells[row * width + row] = 0x80;
            Assert.Equal(width + 1, RowInterner.Intern<byte>(cells, width).AlphabetSize);
            Assert.Equal(width + 1, RowInterner.Intern<byte, MixingRowHash>(cells, width).AlphabetSize);
        }
    }

    [Fact]
    public void Key_PoisonedBorders_DoNotMatter()
    {
        for (int width = 1; width <= 257; width++)
        {
            byte[] row = new byte[width];
            new Random(width).NextBytes(row);
            foreach (byte poison in (byte[])[0x00, 0xA5, 0xFF])
            {
                byte[] framed = [.. Enumerable.Repeat(poison, 64), .. row, .. Enumerable.Repeat(poison, 64)];
                if (AesRowHash.IsSupported)
                    Assert.Equal(AesRowHash.Key(ref row[0], width), AesRowHash.Key(ref framed[64], width));
                Assert.Equal(MixingRowHash.Key(ref row[0], width), MixingRowHash.Key(ref framed[64], width));
            }
        }
    }

    [Fact]
    public void Intern_HashesThatDifferInTheirHighBitsAlone_GivesTheSameSymbols()
    {
        long[] cells = [.. Enumerable.Range(0, 500).Select(i => (long)(i * 7 % 83))];

        Symbols symbols = RowInterner.Intern<long, HighHash>(cells, 1);

        Assert.Equal(Counting.Codes(cells, 1), symbols.Codes.ToArray());
        Assert.Equal(83, symbols.AlphabetSize);
    }

    public static TheoryData<string, int> ManyRows()
    {
        TheoryData<string, int> data = [];
        foreach (string shape in (string[])["all equal", "all different", "few", "many", "skewed", "hot after cold"])
        {
            foreach (int width in (int[])[1, 3, 5, 9])
                data.Add(shape, width);
        }

        return data;
    }

    // Enough rows for several partitions and blocks of ranks; 4, 12, 20 and 36 bytes wide, so on both sides of what a key holds.
    [Theory, MemberData(nameof(ManyRows))]
    public void Intern_ManyRows_EqualsTheTwinForAnyNumberOfThreads(string shape, int width)
    {
        const int Count = 80_001;
        int[] names = Names(shape, Count);
        int[] cells = [.. names.SelectMany(name => Enumerable.Range(0, width).Select(column => column == width - 1 ? name : name % 7))];
        int[] twin = Counting.Codes(names, 1);
        foreach (int threads in _threads)
        {
            EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
            Symbols symbols = RowInterner.Intern<int>(cells, width, options);
            Assert.True(twin.SequenceEqual(symbols.Codes.ToArray()), $"{shape}, {threads} threads");
            Assert.True(Counting.Histogram(twin).SequenceEqual(symbols.Histogram.ToArray()), $"{shape}, {threads} threads");
            Assert.True(twin.SequenceEqual(RowInterner.Intern<int, MixingRowHash>(cells, width, options).Codes.ToArray()), $"{shape}, mixing");
        }
    }

    // Keys that collide in the slots of the front table, in the partition, or altogether; with few names, since each step compares.
    [Fact]
    public void Intern_ManyRowsWithCollidingKeys_EqualsTheTwin()
    {
        int[] cells = Names("few", 50_003);
        int[] twin = Counting.Codes(cells, 1);
        EstimationOptions options = new() { MaxDegreeOfParallelism = 3 };
        Assert.Equal(twin, RowInterner.Intern<int, ConstantHash>(cells, 1, options).Codes.ToArray());
        Assert.Equal(twin, RowInterner.Intern<int, OnePartitionHash>(cells, 1, options).Codes.ToArray());
        Assert.Equal(twin, RowInterner.Intern<int, OneFrontSlotHash>(cells, 1, options).Codes.ToArray());
    }

    [Theory, MemberData(nameof(ManyRows))]
    public unsafe void Count_ManyRows_EqualsTheHistogramForAnyNumberOfThreads(string shape, int width)
    {
        int[] names = Names(shape, 40_001);
        int[] cells = [.. names.SelectMany(name => Enumerable.Repeat(name, width))];
        CountsOfCounts expected = CountsOfCounts.From(Counting.Histogram(Counting.Codes(names, 1)), "histogram");
        fixed (int* start = cells)
        {
            foreach (int threads in _threads)
            {
                EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
                CountsOfCounts counts = CountsOfCounts.From(
                    RowInterner.Tally(new RawRows<MixingRowHash>((byte*)start, names.Length, width * sizeof(int)), options), names.Length);
                Assert.Equal(expected.Counts, counts.Counts);
                Assert.Equal(expected.Multiplicities, counts.Multiplicities);
                Assert.Equal(names.Length, counts.SampleCount);
            }
        }
    }

    [Fact]
    public void Intern_TokenAlreadyCancelled_ThrowsIt()
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        foreach (int count in (int[])[10, 100_000])
        {
            OperationCanceledException stopped = Assert.Throws<OperationCanceledException>(() => RowInterner.Intern<int>(new int[count], 1, cancelled));
            Assert.Equal(cancelled.CancellationToken, stopped.CancellationToken);
        }
    }

    private static int[] Names(string shape, int count)
    {
        Random random = new(count);
        return [.. Enumerable.Range(0, count).Select(i => shape switch
        {
            "all equal" => 5,
            "all different" => unchecked(i * (int)2654435761),
            "few" => random.Next(60),
            "many" => random.Next(count / 3),
            "skewed" => (int)(count * Math.Pow(random.NextDouble(), 12)),
            _ => i < count / 2 ? i : count / 2 - 1 - random.Next(9),
        })];
    }

    private readonly struct ConstantHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128<ulong>.Zero;
    }

    private readonly struct HighHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128.Create((ulong)row << 40, 0);
    }

    private readonly struct OnePartitionHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128.Create(row % 3UL, row % 5UL);
    }

    private readonly struct OneFrontSlotHash : IRowHash
    {
        public static bool IsOneToOne(int width) => false;

        public static Vector128<ulong> Key(ref readonly byte row, int width) => Vector128.Create(row, (ulong)row << 56);
    }
}
