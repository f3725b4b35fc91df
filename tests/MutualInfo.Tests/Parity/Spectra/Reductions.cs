using MutualInfo.Hardware;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>The two reductions to tridiagonal form, each at any order.</summary>
public enum Stages
{
    One = 1,
    Two = 2,
}

/// <summary>Calls a reduction the way its users do: on a copy of the lower triangle in rows that suit it.</summary>
internal static unsafe class Reductions
{
    /// <summary>Reduces a row-major n × n matrix whose entries may have any size.</summary>
    public static (double[] Diagonal, double[] OffDiagonal) Reduce(
        Stages stages, double[] matrix, int n, EstimationOptions? options = null)
    {
        // By a power of two, which changes no digit, to at most 2: what the reductions ask for.
        double largest = matrix.Length == 0 ? 0 : matrix.Max(Math.Abs);
        int exponent = largest == 0 ? 0 : Math.ILogB(largest);
        nint stride = TridiagonalReduction.StrideFor(n);
        using AlignedBuffer<double> lower = AlignedBuffer<double>.Rent(n * (int)stride);
        // Nothing but the lower triangle may matter.
        lower.Span.Fill(double.NaN);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                lower.Pointer[i * stride + j] = Math.ScaleB(matrix[i * n + j], -exponent);
        }

        options ??= EstimationOptions.Default;
        (double[] diagonal, double[] offDiagonal) = InPlace(stages, lower.Pointer, n, stride, options);
        double[] Scaled(double[] values) => Array.ConvertAll(values, value => Math.ScaleB(value, exponent));
        return (Scaled(diagonal), Scaled(offDiagonal));
    }

    /// <summary>
    /// Reduces a lower triangle where it lies. Also checks that nothing is written beyond the ends of the results.
    /// </summary>
    public static (double[] Diagonal, double[] OffDiagonal) InPlace(
        Stages stages, double* lower, int n, nint stride, EstimationOptions options)
    {
        const double Poison = 12345;
        double[] diagonal = [.. Enumerable.Repeat(Poison, n + 2)];
        double[] offDiagonal = [.. Enumerable.Repeat(Poison, n + 2)];
        int couplings = Math.Max(0, n - 1);
        fixed (double* d = diagonal, e = offDiagonal)
        {
            if (stages == Stages.One)
                TridiagonalReduction.ReduceInOneStage(lower, n, stride, d + 1, e + 1, options);
            else
                TridiagonalReduction.ReduceInTwoStages(lower, n, stride, d + 1, e + 1, options);
        }

        Assert.Equal([Poison, Poison], [diagonal[0], diagonal[n + 1]]);
        Assert.Equal([Poison, Poison], [offDiagonal[0], offDiagonal[couplings + 1]]);
        return (diagonal[1..(n + 1)], offDiagonal[1..(couplings + 1)]);
    }

    /// <summary>
    /// Reduces a matrix in a buffer of the test's making: so many numbers before it, this stride, all else poisoned.
    /// </summary>
    public static (double[] Diagonal, double[] Buffer) InPlaceOf(
        Stages stages, double[] matrix, int n, nint stride, int before, double poison = 0)
    {
        int length = before + n * (int)stride + 64;
        using AlignedBuffer<double> buffer = AlignedBuffer<double>.Rent(length);
        buffer.Span.Fill(poison);
        double* lower = buffer.Pointer + before;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                lower[i * stride + j] = matrix[i * n + j];
        }

        (double[] diagonal, _) = InPlace(stages, lower, n, stride, EstimationOptions.Default);
        return (diagonal, buffer.Span.ToArray());
    }
}
