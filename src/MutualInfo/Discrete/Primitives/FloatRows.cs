using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Rows of numbers compared by their values, so that −0 equals +0. NaN, which equals nothing, is noticed on the way.
/// </summary>
/// <param name="values">n·d numbers, which stay where they are.</param>
/// <param name="count">n.</param>
/// <param name="dimension">d, at least 1.</param>
/// <param name="hasNaN">Set where a row holds NaN. The codes are worth nothing then.</param>
internal readonly unsafe struct FloatRows<T, THash>(T* values, int count, int dimension, StrongBox<bool> hasNaN) : IRowSource
    where T : unmanaged, IFloatingPointIeee754<T>
    where THash : struct, IRowHash
{
    public int Count => count;

    public int BytesPerRow => dimension * sizeof(T);

    public bool KeysDecide => THash.IsOneToOne(BytesPerRow);

    public long ValuesOutsideRange => 0;

    public void Keys(int first, Span<Vector128<ulong>> keys)
    {
        T* row = values + (long)first * dimension;
        ReadOnlySpan<T> block = new(row, keys.Length * dimension);
        if (Numbers.HaveOneForm(block))
        {
            RawRows<THash>.HashRows((byte*)row, BytesPerRow, keys);
            return;
        }

        if (TensorPrimitives.IsNaNAny(block))
            hasNaN.Value = true;

        // Keys are made of bits, so the two zeros must become one; x + 0 does that and changes nothing else.
        using Rented<T> canonical = new(block.Length);
        TensorPrimitives.Add(block, T.Zero, canonical.Span);
        fixed (T* start = canonical.Span)
            RawRows<THash>.HashRows((byte*)start, BytesPerRow, keys);
    }

    public void Ask(int row) => RowBytes.Ask((byte*)(values + (long)row * dimension), BytesPerRow);

    public bool AreEqual(int row, int other)
    {
        T* left = values + (long)row * dimension;
        T* right = values + (long)other * dimension;
        if (BytesPerRow >= RowBytes.KeyWidth && RowBytes.AreEqual(ref *(byte*)left, ref *(byte*)right, BytesPerRow))
            return true;
        // Rows with different bits are equal all the same where the bits are those of the two zeros.
        for (int i = 0; i < dimension; i++)
        {
            if (left[i] != right[i])
                return false;
        }

        return true;
    }
}
