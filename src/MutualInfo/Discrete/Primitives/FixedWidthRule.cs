using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary><c>floor((v − origin)/width)</c> in the precision of the samples, modulo the size of a cell.</summary>
/// <remarks>
/// Division and floor are the same operations on one number and on eight. Bins are negative too, and where no more than
/// <paramref name="bins"/> lie between the lowest and the highest, those modulo <paramref name="bins"/> tell them apart: so
/// the range need not be known before. Bins that an int does not hold come out as anything, and their samples are to be
/// refused or binned otherwise.
/// </remarks>
/// <param name="origin">Where one bin begins.</param>
/// <param name="width">The width of a bin.</param>
/// <param name="bins">2^8 or 2^16, the values of a cell, or more for one of 4 bytes.</param>
internal readonly struct FixedWidthRule<T>(T origin, T width, int bins) : IBinRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Alphabet => bins;

    public int Columns => 1;

    public bool HasVectors => Vector256.IsHardwareAccelerated && (typeof(T) == typeof(float) || typeof(T) == typeof(double));

    public int One(T value, int column) => int.CreateSaturating(T.Floor((value - origin) / width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Eight(ref readonly T values, int column)
    {
        Vector256<T> first = (Vector256.LoadUnsafe(in values) - Vector256.Create(origin)) / Vector256.Create(width);
        if (typeof(T) == typeof(float))
            return Vector256.ConvertToInt32Native(Vector256.Floor(first.AsSingle()));
        Vector256<T> second = (Vector256.LoadUnsafe(in values, 4) - Vector256.Create(origin)) / Vector256.Create(width);
        return WholeDoubles.ToInt32(Vector256.Floor(first.AsDouble()), Vector256.Floor(second.AsDouble()));
    }
}
