using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Looks over floating-point numbers before their bits stand for their values.</summary>
internal static class Numbers
{
    /// <summary>Whether equal numbers have equal bits: none is NaN, and none is −0.</summary>
    public static bool HaveOneForm<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            // −0 is the one number whose bits are the sign alone, the pattern of −x for x = +0.
            Vector<T> negativeZero = new(T.NegativeZero);
            Vector<byte> found = Vector<byte>.Zero;
            ref T first = ref MemoryMarshal.GetReference(values);
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> vector = Vector.LoadUnsafe(ref first, (nuint)i);
                found |= ~Vector.AsVectorByte(Vector.Equals(vector, vector)) | EqualBits(vector, negativeZero);
            }

            if (found != Vector<byte>.Zero)
                return false;
        }

        for (; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]) || (values[i] == T.Zero && T.IsNegative(values[i])))
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<byte> EqualBits<T>(Vector<T> left, Vector<T> right) where T : unmanaged => Unsafe.SizeOf<T>() == sizeof(ulong)
        ? Vector.AsVectorByte(Vector.Equals(Vector.AsVectorUInt64(left), Vector.AsVectorUInt64(right)))
        : Vector.AsVectorByte(Vector.Equals(Vector.AsVectorUInt32(left), Vector.AsVectorUInt32(right)));
}
