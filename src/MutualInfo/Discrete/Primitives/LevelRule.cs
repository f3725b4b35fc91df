using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// <c>round((v − low)·levels/(high − low))</c>, half to even, of numbers clamped to [low, high], in the precision of the samples.
/// </summary>
/// <remarks>
/// Every step is the same operation on one number and on eight. A constant column has a span of 1, so that its level is 0.
/// </remarks>
/// <param name="lows">The low end of each column, with the first eight again at the end; held still.</param>
/// <param name="highs">The high ends, likewise.</param>
/// <param name="spans">high − low, likewise.</param>
/// <param name="levels">The highest level.</param>
/// <param name="columns">The columns that have ranges of their own, or 1.</param>
internal readonly unsafe struct LevelRule<T>(T* lows, T* highs, T* spans, int levels, int columns) : IBinRule<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Alphabet => levels + 1;

    public int Columns => columns;

    public bool HasVectors => Vector256.IsHardwareAccelerated && (typeof(T) == typeof(float) || typeof(T) == typeof(double));

    public int One(T value, int column)
    {
        T clamped = T.Clamp(value, lows[column], highs[column]);
        return int.CreateTruncating(
            T.Round((clamped - lows[column]) * T.CreateTruncating(levels) / spans[column], MidpointRounding.ToEven));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Eight(ref readonly T values, int column)
    {
        Vector256<T> first = Position(Vector256.LoadUnsafe(in values), column);
        if (typeof(T) == typeof(float))
            return Vector256.ConvertToInt32Native(Vector256.Round(first.AsSingle()));
        Vector256<T> second = Position(Vector256.LoadUnsafe(in values, 4), column + 4);
        return WholeDoubles.ToInt32(Vector256.Round(first.AsDouble()), Vector256.Round(second.AsDouble()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<T> Position(Vector256<T> value, int column)
    {
        Vector256<T> low = columns == 1 ? Vector256.Create(*lows) : Vector256.Load(lows + column);
        Vector256<T> high = columns == 1 ? Vector256.Create(*highs) : Vector256.Load(highs + column);
        Vector256<T> span = columns == 1 ? Vector256.Create(*spans) : Vector256.Load(spans + column);
        return (Vector256.Min(Vector256.Max(value, low), high) - low) * Vector256.Create(T.CreateTruncating(levels)) / span;
    }
}
