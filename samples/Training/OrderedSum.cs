using System.Numerics;
using System.Runtime.InteropServices;

namespace MutualInfo.Training;

/// <summary>
/// Sums whose order, and so whose bits, depend on the length and on the registers alone, never on where an array lies.
/// </summary>
/// <remarks>
/// Those of TensorPrimitives start their vectors at the next aligned address, so they round by where the garbage collector put
/// the array: the same seed would give other last bits in another run.
/// </remarks>
public static class OrderedSum
{
    /// <summary>Σ xᵢ.</summary>
    public static T Of<T>(ReadOnlySpan<T> x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(x);
        Vector<T> even = default, odd = default;
        int i = 0;
        for (; i + 1 < vectors.Length; i += 2)
        {
            even += vectors[i];
            odd += vectors[i + 1];
        }

        if (i < vectors.Length)
            even += vectors[i];
        T sum = Vector.Sum(even + odd);
        foreach (T tail in x[(vectors.Length * Vector<T>.Count)..])
            sum += tail;
        return sum;
    }

    /// <summary>Σ xᵢ·yᵢ over two spans of one length.</summary>
    public static T OfProducts<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<Vector<T>> xs = MemoryMarshal.Cast<T, Vector<T>>(x);
        ReadOnlySpan<Vector<T>> ys = MemoryMarshal.Cast<T, Vector<T>>(y)[..xs.Length];
        Vector<T> even = default, odd = default;
        int i = 0;
        for (; i + 1 < xs.Length; i += 2)
        {
            even += xs[i] * ys[i];
            odd += xs[i + 1] * ys[i + 1];
        }

        if (i < xs.Length)
            even += xs[i] * ys[i];
        T sum = Vector.Sum(even + odd);
        for (int tail = xs.Length * Vector<T>.Count; tail < x.Length; tail++)
            sum += x[tail] * y[tail];
        return sum;
    }
}
