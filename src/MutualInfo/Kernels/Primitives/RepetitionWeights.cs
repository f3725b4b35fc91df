using System.Numerics.Tensors;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The weights √(mᵢmⱼ) of a Gram matrix of different samples, sample i of which occurs mᵢ times.</summary>
internal static unsafe class RepetitionWeights
{
    /// <summary>Weighs the lower triangle with its diagonal.</summary>
    public static void OnLowerTriangle(double* gram, nint stride, ReadOnlySpan<int> multiplicities) =>
        On(gram, stride, multiplicities, row => row + 1);

    /// <summary>Weighs the whole matrix.</summary>
    public static void OnMatrix(double* gram, nint stride, ReadOnlySpan<int> multiplicities)
    {
        int n = multiplicities.Length;
        On(gram, stride, multiplicities, _ => n);
    }

    private static void On(double* gram, nint stride, ReadOnlySpan<int> multiplicities, Func<int, int> columnsOfRow)
    {
        if (!multiplicities.ContainsAnyExcept(1))
            return;
        using AlignedBuffer<double> roots = AlignedBuffer<double>.Rent(multiplicities.Length);
        for (int i = 0; i < multiplicities.Length; i++)
            roots.Span[i] = Math.Sqrt(multiplicities[i]);
        for (int i = 0; i < multiplicities.Length; i++)
        {
            Span<double> row = new(gram + i * stride, columnsOfRow(i));
            TensorPrimitives.Multiply(row, roots.Span[..row.Length], row);
            TensorPrimitives.Multiply(row, roots.Span[i], row);
            // √m·√m rounds; the trace is kept exactly.
            row[i] = multiplicities[i];
        }
    }
}
