using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;

namespace MutualInfo.Benchmarks;

/// <summary>The symbols of a million rows of 64 bytes, against a dictionary keyed by the row.</summary>
[MemoryDiagnoser]
public class DistinctRowsBenchmarks
{
    private const int Count = 1_000_000;
    private const int Width = 64;

    private byte[] _rows = [];

    /// <summary>Gets or sets how many different rows there are.</summary>
    [Params(1000, 50_000, Count)]
    public int Different { get; set; }

    [GlobalSetup]
    public void Setup() => _rows = Layers.RepeatedRows(Count, Width, Different);

    [Benchmark]
    public int Symbols() => MutualInfo.Symbols.FromBytes(_rows, Width).AlphabetSize;

    [Benchmark]
    public int SymbolsOnOneThread() => MutualInfo.Symbols.FromBytes(_rows, Width, new EstimationOptions { MaxDegreeOfParallelism = 1 }).AlphabetSize;

    /// <summary>What a careful user would write: no copy of a row, the framework's own hash of its bytes, compared byte for byte.</summary>
    [Benchmark(Baseline = true)]
    public int Dictionary()
    {
        Dictionary<int, int> codes = new(new RowComparer(_rows));
        for (int row = 0; row < Count; row++)
            CollectionsMarshal.GetValueRefOrAddDefault(codes, row, out _)++;
        return codes.Count;
    }

    private sealed class RowComparer(byte[] rows) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => Row(x).SequenceEqual(Row(y));

        public int GetHashCode(int row)
        {
            HashCode hash = default;
            hash.AddBytes(Row(row));
            return hash.ToHashCode();
        }

        private ReadOnlySpan<byte> Row(int row) => rows.AsSpan(row * Width, Width);
    }
}
