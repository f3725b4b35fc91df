using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Bins between any ascending edges: a number's bin is how many edges are at most it, found by bisection.</summary>
/// <param name="table">
/// The edges of each column, filled up with NaN to 2^steps − 1 and one more, column after column; held still.
/// </param>
/// <param name="offsets">Where each column's edges begin, with the first eight again at the end; held still.</param>
/// <param name="edges">The edges in each column.</param>
/// <param name="columns">The columns that have edges of their own, or 1.</param>
/// <param name="steps">The steps of a bisection.</param>
internal readonly unsafe struct SearchedEdgeRule<T>(T* table, int* offsets, int edges, int columns, int steps) : IBinRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Alphabet => edges + 1;

    public int Columns => columns;

    public bool HasVectors => Avx2.IsSupported && (typeof(T) == typeof(float) || typeof(T) == typeof(double));

    public int One(T value, int column) => BinEdges.CountAtMost(value, new ReadOnlySpan<T>(table + offsets[column], edges));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Eight(ref readonly T values, int column)
    {
        if (typeof(T) == typeof(float))
            return Eight(Vector256.LoadUnsafe(in Unsafe.As<T, float>(ref Unsafe.AsRef(in values))), column);
        ref double doubles = ref Unsafe.As<T, double>(ref Unsafe.AsRef(in values));
        return Vector256.Create(
            Four(Vector256.LoadUnsafe(ref doubles), column), Four(Vector256.LoadUnsafe(ref doubles, 4), column + 4));
    }

    // Invariant: the edges before the position are at most the value, and those from position + 2·half − 1 on are above it. NaN,
    // with which the edges are filled up, is never at most.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Eight(Vector256<float> value, int column)
    {
        Vector256<int> start = columns == 1 ? Vector256<int>.Zero : Vector256.Load(offsets + column);
        Vector256<int> position = start;
        bool isSmall = columns == 1 && SmallTable.IsSupported && edges < SmallTable.Length;
        for (int half = 1 << (steps - 1); half > 0; half >>= 1)
        {
            Vector256<float> edge = isSmall
                ? SmallTable.Lookup((float*)table, position + Vector256.Create(half - 1))
                : Avx2.GatherVector256((float*)table + (half - 1), position, sizeof(float));
            position += Vector256.LessThanOrEqual(edge, value).AsInt32() & Vector256.Create(half);
        }

        return position - start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> Four(Vector256<double> value, int column)
    {
        Vector128<int> start = columns == 1 ? Vector128<int>.Zero : Vector128.Load(offsets + column);
        Vector128<int> position = start;
        for (int half = 1 << (steps - 1); half > 0; half >>= 1)
        {
            Vector256<double> edge = Avx2.GatherVector256((double*)table + (half - 1), position, sizeof(double));
            Vector256<long> reached = Vector256.LessThanOrEqual(edge, value).AsInt64();
            position += Vector128.Narrow(reached.GetLower(), reached.GetUpper()) & Vector128.Create(half);
        }

        return position - start;
    }
}
