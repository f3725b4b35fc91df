using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary><c>floor((v − origin)/width)</c> in the precision of the samples, counted from the lowest bin that occurs.</summary>
/// <remarks>Division and floor are the same operations on one number and on eight. All bins must be whole numbers that an int holds.</remarks>
internal readonly struct FixedWidthRule<T>(T origin, T width, T lowest, int bins) : IBinRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Alphabet => bins;

    public int Columns => 1;

    public bool HasVectors => Vector256.IsHardwareAccelerated && (typeof(T) == typeof(float) || typeof(T) == typeof(double));

    public int One(T value, int column) => int.CreateTruncating(T.Floor((value - origin) / width) - lowest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Eight(ref readonly T values, int column)
    {
        Vector256<T> first = (Vector256.LoadUnsafe(in values) - Vector256.Create(origin)) / Vector256.Create(width);
        if (typeof(T) == typeof(float))
            return Vector256.ConvertToInt32Native(Vector256.Floor(first.AsSingle()) - Vector256.Create(lowest).AsSingle());
        Vector256<T> second = (Vector256.LoadUnsafe(in values, 4) - Vector256.Create(origin)) / Vector256.Create(width);
        return WholeDoubles.ToInt32(
            Vector256.Floor(first.AsDouble()) - Vector256.Create(lowest).AsDouble(),
            Vector256.Floor(second.AsDouble()) - Vector256.Create(lowest).AsDouble());
    }
}
