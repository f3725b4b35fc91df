using System.Numerics;
using System.Runtime.InteropServices;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Sums whose order, and so whose bits, depend on the length alone.</summary>
/// <remarks>
/// The framework's aggregates start their vectors at the next aligned address, so they round by where an array or a stack frame
/// happens to lie: the same call on the same numbers gave different last digits from one run or thread to the next.
/// </remarks>
internal static class OrderedSum
{
    /// <summary>Σ xᵢ.</summary>
    public static double Of(ReadOnlySpan<double> x)
    {
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x);
        Vector<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int i = 0;
        for (; i + 3 < xs.Length; i += 4)
        {
            sum0 += xs[i];
            sum1 += xs[i + 1];
            sum2 += xs[i + 2];
            sum3 += xs[i + 3];
        }

        for (; i < xs.Length; i++)
            sum0 += xs[i];
        double sum = Vector.Sum(sum0 + sum1 + (sum2 + sum3));
        foreach (double tail in x[(xs.Length * Vector<double>.Count)..])
            sum += tail;
        return sum;
    }

    /// <summary>Σ xᵢ·yᵢ over two spans of one length.</summary>
    public static double OfProducts(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ReadOnlySpan<Vector<double>> xs = MemoryMarshal.Cast<double, Vector<double>>(x);
        ReadOnlySpan<Vector<double>> ys = MemoryMarshal.Cast<double, Vector<double>>(y)[..xs.Length];
        Vector<double> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int i = 0;
        for (; i + 3 < xs.Length; i += 4)
        {
            sum0 = Vector.MultiplyAddEstimate(xs[i], ys[i], sum0);
            sum1 = Vector.MultiplyAddEstimate(xs[i + 1], ys[i + 1], sum1);
            sum2 = Vector.MultiplyAddEstimate(xs[i + 2], ys[i + 2], sum2);
            sum3 = Vector.MultiplyAddEstimate(xs[i + 3], ys[i + 3], sum3);
        }

        for (; i < xs.Length; i++)
            sum0 = Vector.MultiplyAddEstimate(xs[i], ys[i], sum0);
        double sum = Vector.Sum(sum0 + sum1 + (sum2 + sum3));
        for (int tail = xs.Length * Vector<double>.Count; tail < x.Length; tail++)
            sum += x[tail] * y[tail];
        return sum;
    }
}
