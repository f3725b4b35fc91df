using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>LᵀL, which has the eigenvalues of LLᵀ that are not zero.</summary>
/// <remarks>Sums over rows run in chunks of 64 and parts fixed by the number of rows, combined in order.</remarks>
internal sealed unsafe class FactorGram : IPartitionedWork
{
    private const int Width = ResidualColumns.Width;
    private const int MostParts = 8;

    // Two panels of so many rows fit the nearest cache.
    private const int RowsPerChunk = 64;

    private readonly IReadOnlyList<double[]> _panels;
    private readonly int _rows;
    private readonly int _parts;
    private readonly VectorPath _path;
    private readonly double[][] _sums;

    private FactorGram(IReadOnlyList<double[]> panels, int rows, VectorPath path)
    {
        _panels = panels;
        _rows = rows;
        _path = path;
        _parts = PartsFor(rows);
        _sums = [.. Enumerable.Range(0, _parts).Select(_ => new double[panels.Count * (panels.Count + 1) / 2 * Width * Width])];
    }

    /// <summary>
    /// The terms of the longest chain of additions in an entry of LᵀL: within a chunk, over the chunks of a part, over the parts.
    /// </summary>
    public static int LongestSum(int rows) => RowsPerChunk + rows / PartsFor(rows) / RowsPerChunk + MostParts;

    /// <summary>The eigenvalues of LLᵀ that may differ from zero, ascending; a few too many, of zero columns.</summary>
    public static double[] Eigenvalues(IReadOnlyList<double[]> panels, int rows, EstimationOptions options)
    {
        FactorGram gram = new(panels, rows, options.VectorPath());
        WorkerTeam.Shared.Run(gram, gram._parts, options);
        for (int part = 1; part < gram._parts; part++)
            TensorPrimitives.Add(gram._sums[0], gram._sums[part], gram._sums[0]);

        int order = panels.Count * Width;
        nint stride = TridiagonalReduction.StrideFor(order);
        using AlignedBuffer<double> triangle = AlignedBuffer<double>.Rent(order * (int)stride);
        gram.Unpack(triangle.Span, (int)stride);
        double[] eigenvalues = new double[order];
        DenseSpectrum.OfLowerTriangle(triangle.Pointer, order, stride, eigenvalues, options);
        return eigenvalues;
    }

    public void Execute(int part)
    {
        int first = (int)((long)_rows * part / _parts);
        int end = (int)((long)_rows * (part + 1) / _parts);
        using AlignedBuffer<double> block = AlignedBuffer<double>.Rent(Width * Width);
        for (; first < end; first += RowsPerChunk)
        {
            int count = Math.Min(RowsPerChunk, end - first);
            for (int p = 0; p < _panels.Count; p++)
            {
                for (int q = 0; q <= p; q++)
                {
                    block.Span.Clear();
                    Product product = new(_panels[p], _panels[q], first, count, block.Pointer);
                    VectorPaths.Run(_path, ref product);
                    Span<double> sum = Block(_sums[part], p, q);
                    TensorPrimitives.Add(sum, block.Span, sum);
                }
            }
        }
    }

    private static int PartsFor(int rows) => Math.Clamp(rows / 4096, 1, MostParts);

    private static Span<double> Block(double[] sums, int p, int q) =>
        sums.AsSpan((p * (p + 1) / 2 + q) * Width * Width, Width * Width);

    private void Unpack(Span<double> triangle, int stride)
    {
        for (int row = 0; row < _panels.Count * Width; row++)
        {
            for (int q = 0; q <= row / Width; q++)
            {
                Span<double> source = Block(_sums[0], row / Width, q).Slice(row % Width * Width, Width);
                source[..Math.Min(Width, row + 1 - q * Width)].CopyTo(triangle.Slice(row * stride + q * Width));
            }
        }
    }

    private readonly struct Product(double[] left, double[] right, int first, int count, double* destination) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged
        {
            // Panels are pinned.
            double* p = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(left)) + (nint)first * Width;
            double* q = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(right)) + (nint)first * Width;
            PanelProduct<TLanes, TVector>.MultiplyTransposedAdd(p, q, destination, count);
        }
    }
}
