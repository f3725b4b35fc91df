using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Bins between equally spaced edges: the arithmetic guess is right to within a bin, and comparison with the edges decides.
/// </summary>
/// <param name="edges">The edges.</param>
/// <param name="lows">Its lows, held still.</param>
/// <param name="scales">Its scales, held still.</param>
/// <param name="offsets">Its offsets, held still.</param>
/// <param name="thresholds">Its thresholds, held still.</param>
internal readonly unsafe struct UniformEdgeRule<T>(UniformEdges<T> edges, T* lows, T* scales, int* offsets, T* thresholds) : IBinRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Alphabet => edges.Bins;

    public int Columns => edges.Edges.Length;

    public bool HasVectors =>
        Avx2.IsSupported && (typeof(T) == typeof(float) || typeof(T) == typeof(double)) && edges.GuessIsNear;

    public int One(T value, int column) =>
        edges.Edges[column] is { } ofColumn ? BinEdges.FindEqualWidth(double.CreateTruncating(value), ofColumn) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Eight(ref readonly T values, int column)
    {
        if (typeof(T) == typeof(float))
            return Eight(Vector256.LoadUnsafe(in Unsafe.As<T, float>(ref Unsafe.AsRef(in values))), column);
        ref double doubles = ref Unsafe.As<T, double>(ref Unsafe.AsRef(in values));
        return Vector256.Create(
            Four(Vector256.LoadUnsafe(ref doubles), column), Four(Vector256.LoadUnsafe(ref doubles, 4), column + 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> Eight(Vector256<float> value, int column)
    {
        bool isOne = edges.Edges.Length == 1;
        Vector256<float> low = isOne ? Vector256.Create(*(float*)lows) : Vector256.Load((float*)lows + column);
        Vector256<float> scale = isOne ? Vector256.Create(*(float*)scales) : Vector256.Load((float*)scales + column);
        Vector256<float> guess = Avx.Min(
            Avx.Max((value - low) * scale, Vector256<float>.Zero), Vector256.Create((float)(edges.Bins - 1)));
        Vector256<int> bin = Avx.ConvertToVector256Int32WithTruncation(guess);
        bool isSmall = isOne && SmallTable.IsSupported && edges.Bins < SmallTable.Length;
        Vector256<int> at = isOne ? bin : bin + Vector256.Load(offsets + column);
        Vector256<float> threshold = isSmall
            ? SmallTable.Lookup((float*)thresholds, at)
            : Avx2.GatherVector256((float*)thresholds, at, sizeof(float));
        Vector256<float> next = isSmall
            ? SmallTable.Lookup((float*)thresholds, at + Vector256<int>.One)
            : Avx2.GatherVector256((float*)thresholds + 1, at, sizeof(float));
        Vector256<int> isBelow = Vector256.LessThan(value, threshold).AsInt32();
        Vector256<int> reachesNext = Vector256.GreaterThanOrEqual(value, next).AsInt32();
        // A mask is −1 where it holds.
        return bin + isBelow - reachesNext;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> Four(Vector256<double> value, int column)
    {
        bool isOne = edges.Edges.Length == 1;
        Vector256<double> low = isOne ? Vector256.Create(*(double*)lows) : Vector256.Load((double*)lows + column);
        Vector256<double> scale = isOne ? Vector256.Create(*(double*)scales) : Vector256.Load((double*)scales + column);
        Vector256<double> guess = Avx.Min(
            Avx.Max((value - low) * scale, Vector256<double>.Zero), Vector256.Create((double)(edges.Bins - 1)));
        Vector128<int> bin = Avx.ConvertToVector128Int32WithTruncation(guess);
        Vector128<int> at = isOne ? bin : bin + Vector128.Load(offsets + column);
        Vector256<long> isBelow = Vector256.LessThan(value, Avx2.GatherVector256((double*)thresholds, at, sizeof(double))).AsInt64();
        Vector256<long> reachesNext = Vector256.GreaterThanOrEqual(value, Avx2.GatherVector256((double*)thresholds + 1, at, sizeof(double))).AsInt64();
        Vector256<long> step = isBelow - reachesNext;
        return bin + Vector128.Narrow(step.GetLower(), step.GetUpper());
    }
}
