using System.Numerics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Ascending edges of one layer or of each column, laid out for <see cref="SearchedEdgeRule{T}"/>.</summary>
internal sealed class SearchedEdges<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes room for as many edges in each column.</summary>
    public SearchedEdges(int columns, int edges)
    {
        Columns = columns;
        Edges = edges;
        Steps = BitOperations.Log2((uint)edges | 1) + 1;
        Table = new T[Math.Max(SmallTable.Length, columns << Steps)];
        // NaN is never at most a number.
        Array.Fill(Table, T.NaN);
        Offsets = Cyclic.Extend<int>([.. Enumerable.Range(0, columns).Select(column => column << Steps)]);
    }

    public int Columns { get; }

    public int Edges { get; }

    /// <summary>Gets the steps of a bisection: there are fewer than 2^steps edges.</summary>
    public int Steps { get; }

    public T[] Table { get; }

    public int[] Offsets { get; }

    /// <summary>Where the edges of a column are to be written.</summary>
    public Span<T> Of(int column) => Table.AsSpan(column << Steps, Edges);

    /// <summary>Tells samples apart by their bins between these edges.</summary>
    public unsafe TResult Count<TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        fixed (T* table = Table)
        fixed (int* offsets = Offsets)
            return BinInterner.Count(
                samples, new SearchedEdgeRule<T>(table, offsets, Edges, Columns, Steps), null, counting, options);
    }
    /// <summary>Writes the bins of some samples as keys.</summary>
    public unsafe void WriteKeys(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys)
    {
        fixed (T* table = Table)
        fixed (int* offsets = Offsets)
            BinKeys.Write(new SearchedEdgeRule<T>(table, offsets, Edges, Columns, Steps), samples, rows, keys);
    }
}
