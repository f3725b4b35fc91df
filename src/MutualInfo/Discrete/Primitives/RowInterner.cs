using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Gives equal rows one dense code, in the order of first appearance, and counts them. See <c>docs/numerics.md</c>.
/// </summary>
/// <remarks>
/// Rows are told apart by 128-bit keys. Up to 16 bytes a key is the row in another form; wider rows with equal keys are
/// compared, so the symbols are exact whatever the keys are. Few rows go to one table; many are parted first. The same codes
/// for any number of threads.
/// </remarks>
internal static class RowInterner
{
    /// <summary>The most rows whose keys are made at once.</summary>
    public const int MaximumBlock = 256;

    /// <summary>The most rows that go to one table, of 1.3 MB then: one core's second-level cache, about.</summary>
    public const int OneTableRows = 1 << 15;

    private const int BlockBytes = 1 << 15;

    /// <summary>Interns n rows of <paramref name="width"/> cells each, compared by their bits.</summary>
    public static Symbols Intern<TCell>(ReadOnlySpan<TCell> cells, int width, EstimationOptions? options = null)
        where TCell : unmanaged =>
        Intern<TCell, RowHash>(cells, width, options);

    /// <summary>The same with a hash of the caller's choice.</summary>
    internal static unsafe Symbols Intern<TCell, THash>(ReadOnlySpan<TCell> cells, int width, EstimationOptions? options = null)
        where TCell : unmanaged
        where THash : struct, IRowHash
    {
        fixed (byte* bytes = MemoryMarshal.AsBytes(cells))
        {
            (int[] codes, int[] histogram) = Intern(
                new RawRows<THash>(bytes, cells.Length / width, width * sizeof(TCell)), options ?? EstimationOptions.Default);
            return new Symbols(codes, histogram);
        }
    }

    /// <summary>Interns samples by their values; NaN is refused under the name that the caller knows.</summary>
    public static Symbols InternNumbers<T>(Samples<T> samples, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        CountNumbers(samples, paramName, RowCodes.Shared, options);

    /// <summary>Tells samples apart by their values; NaN is refused under the name that the caller knows.</summary>
    public static unsafe TResult CountNumbers<T, TResult>(
        Samples<T> samples, string paramName, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* values = samples.Values)
        {
            StrongBox<bool> hasNaN = new();
            TResult result = counting.Count(new FloatRows<T, RowHash>(values, samples.Count, samples.Dimension, hasNaN), options);
            if (hasNaN.Value)
                Guard.NotNaN(samples, paramName);
            return result;
        }
    }

    /// <summary>Interns rows: their codes, and how often every code occurs.</summary>
    public static (int[] Codes, int[] Histogram) Intern<TRows>(TRows rows, EstimationOptions options)
        where TRows : struct, IRowSource
    {
        int[] codes = new int[rows.Count];
        if (rows.Count <= OneTableRows)
        {
            using KeyTable table = new();
            Fill(table, rows, codes, options);
            return (codes, table.Counts.ToArray());
        }

        using PartitionedRows<TRows> partitions = new(rows, options);
        partitions.Count(_ => new RowLinks(codes));
        return (codes, RowRanks.Rank(codes, options));
    }

    /// <summary>Counts rows without giving them codes.</summary>
    public static CountTally Tally<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        if (rows.Count > OneTableRows)
        {
            using PartitionedRows<TRows> partitions = new(rows, options);
            return partitions.Count(static _ => default(NoCodes));
        }

        using KeyTable table = new();
        using Rented<int> codes = new(rows.Count);
        Fill(table, rows, codes.Span, options);
        CountTally tally = new();
        tally.Add(table.Counts);
        return tally;
    }

    /// <summary>
    /// Adds all rows to an empty table, which then has their codes as its numbers. Of at most <see cref="OneTableRows"/> rows.
    /// </summary>
    public static void Fill<TRows>(KeyTable table, TRows rows, Span<int> codes, EstimationOptions options)
        where TRows : struct, IRowSource
    {
        using Rented<Vector128<ulong>> keys = new(rows.Count);
        MakeKeys(rows, keys.Array, options);
        table.Reset(rows.Count);
        Span<int> rowNumbers = stackalloc int[MaximumBlock];
        for (int at = 0; at < rows.Count; at += MaximumBlock)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            int length = Math.Min(MaximumBlock, rows.Count - at);
            Number(rowNumbers[..length], at);
            table.Add(in rows, keys.Array.AsSpan(at, length), rowNumbers, codes.Slice(at, length));
        }
    }

    /// <summary>How many rows make a block that fits the first-level cache.</summary>
    public static int BlockLength(int bytesPerRow) => Math.Clamp(BlockBytes / bytesPerRow, 1, MaximumBlock);

    /// <summary>Writes the numbers of consecutive rows.</summary>
    public static void Number(Span<int> rows, int first)
    {
        for (int i = 0; i < rows.Length; i++)
            rows[i] = first + i;
    }

    private static void MakeKeys<TRows>(TRows rows, Vector128<ulong>[] keys, EstimationOptions options)
        where TRows : struct, IRowSource
    {
        int workers = RowWorkers.For((long)rows.Count * rows.BytesPerRow, options);
        int block = BlockLength(rows.BytesPerRow);
        RowWorkers.Run(workers, options, worker =>
        {
            int end = RowWorkers.StartOf(worker + 1, workers, rows.Count);
            for (int at = RowWorkers.StartOf(worker, workers, rows.Count); at < end; at += block)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                rows.Keys(at, keys.AsSpan(at, Math.Min(block, end - at)));
            }
        });
    }
}
