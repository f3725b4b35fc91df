using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Traces of powers of a symmetric matrix from its square, which is formed tile by tile and never stored.</summary>
/// <remarks>
/// With S = A²: tr A³ = Σᵢⱼ SᵢⱼAᵢⱼ and tr A⁴ = Σᵢⱼ Sᵢⱼ². S is symmetric, so tiles on and below the diagonal do, and what lies
/// below counts twice. A part is one panel of columns; the parts' sums are added in order, so bits do not depend on threads.
/// </remarks>
internal static unsafe class SymmetricSquare
{
    /// <summary>The columns of a panel: whole tiles of every width.</summary>
    private const int Panel = 32;

    /// <summary>The order, rounded up to whole panels.</summary>
    public static int Padded(int n) => (n + Panel - 1) / Panel * Panel;

    /// <summary>Computes tr Aᵏ for k = 3 or 4.</summary>
    /// <param name="matrix">The whole symmetric matrix, both triangles, row-major.</param>
    /// <param name="n">Its order, a multiple of 32.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="power">k.</param>
    /// <param name="options">Vectors, threads, cancellation, progress.</param>
    public static double TraceOfPower(double* matrix, int n, nint stride, int power, EstimationOptions options)
    {
        int parts = n / Panel;
        using AlignedBuffer<double> sums = AlignedBuffer<double>.Rent(parts);
        Pass pass = new(matrix, n, stride, power, sums.Pointer, options);
        VectorPaths.Run(options.VectorPath(), ref pass);
        return OrderedSum.Of(sums.Span);
    }

    private readonly struct Pass(double* matrix, int n, nint stride, int power, double* sums, EstimationOptions options) : IVectorCode<double>
    {
        public void Run<TLanes, TVector>()
            where TLanes : ILanes<TVector, double>
            where TVector : unmanaged =>
            WorkerTeam.Shared.Run(new Panels<TLanes, TVector>(matrix, n, stride, power, sums, options), n / Panel, options);
    }

    private sealed class Panels<TLanes, TVector>(double* matrix, int n, nint stride, int power, double* sums, EstimationOptions options)
        : IPartitionedWork
        where TLanes : ILanes<TVector, double>
        where TVector : unmanaged
    {
        private const int Rows = RegisterTile<TLanes, TVector, double>.Rows;

        private int _done;

        public void Execute(int part)
        {
            int first = part * Panel;
            using AlignedBuffer<double> columns = AlignedBuffer<double>.Rent(n * Panel);
            for (int row = 0; row < n; row++)
                new ReadOnlySpan<double>(matrix + row * stride + first, Panel).CopyTo(columns.Span[(row * Panel)..]);

            double* tile = stackalloc double[Rows * Panel];
            double diagonal = 0;
            double below = 0;
            for (int row = first; row < n; row += Rows)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                Multiply(row, columns.Pointer, tile);
                for (int i = 0; i < Rows; i++)
                {
                    double* own = matrix + (row + i) * stride + first;
                    // In the block on the diagonal a row ends there; its last entry is not mirrored.
                    int end = Math.Min(Panel, row + i - first);
                    below += Add(tile + i * Panel, own, end);
                    if (end < Panel)
                        diagonal += Add(tile + i * Panel + end, own + end, 1);
                }
            }

            sums[part] = diagonal + 2 * below;
            options.Progress?.Report((double)Interlocked.Increment(ref _done) * Panel / n);
        }

        /// <summary>Four rows of S in the panel's columns.</summary>
        private void Multiply(int row, double* columns, double* tile)
        {
            new Span<double>(tile, Rows * Panel).Clear();
            for (int column = 0; column < Panel; column += RegisterTile<TLanes, TVector, double>.Columns)
            {
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(
                    n, matrix + row * stride, stride, 1, columns + column, Panel, tile + column, Panel);
            }
        }

        private double Add(double* square, double* entries, int count)
        {
            double sum = 0;
            for (int j = 0; j < count; j++)
                sum += square[j] * (power == 3 ? entries[j] : square[j]);
            return sum;
        }
    }
}
