using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>
/// Products of one tile of the trailing matrix with the panels, out of register tiles. Rows and columns are multiples of 32.
/// </summary>
internal static unsafe class TileKernels<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;

    private static int Columns => RegisterTile<TLanes, TVector, double>.Columns;

    /// <summary>A ← A + [−X | V]·[V | −X]ᵀ for 32 columns and some rows.</summary>
    /// <param name="workspace">The matrix and the pending update.</param>
    /// <param name="begin">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="column">The first column.</param>
    /// <param name="ahead">
    /// From here to what will be asked for next, in numbers: rows of a matrix lie too far apart for the processor to guess.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(BandWorkspace workspace, int begin, int end, int column, nint ahead)
    {
        nint stride = workspace.Stride;
        for (int inner = 0; inner < Band; inner += Columns)
        {
            double* right = workspace.Right + (nint)column * 2 * Band + inner;
            for (int row = begin; row < end; row += 4)
            {
                double* tile = workspace.At(row, column) + inner;
                double* left = workspace.Left + (nint)row * 2 * Band;
                for (int line = 0; line < Columns; line += 8)
                {
                    double* next = tile + ahead + line;
                    Prefetch.ToSecondLevel(next);
                    Prefetch.ToSecondLevel(next + stride);
                    Prefetch.ToSecondLevel(next + 2 * stride);
                    Prefetch.ToSecondLevel(next + 3 * stride);
                }

                RegisterTile<TLanes, TVector, double>.MultiplyAdd(2 * Band, left, 2 * Band, 1, right, Band, tile, stride);
            }
        }
    }

    /// <summary>C ← C + A·B, where A is rows × depth with any strides, and B and C have 32 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplyAdd(int rows, int depth, double* a, nint aRow, nint aStep, double* b, double* c, nint cRow)
    {
        for (int inner = 0; inner < Band; inner += Columns)
        {
            for (int row = 0; row < rows; row += 4)
            {
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(
                    depth, a + row * aRow, aRow, aStep, b + inner, Band, c + row * cRow + inner, cRow);
            }
        }
    }

    /// <summary>B ← Aᵀ for a block of 32 × 32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(double* a, nint aRow, double* b, nint bRow)
    {
        for (int row = 0; row < Band; row += TLanes.Count)
        {
            for (int column = 0; column < Band; column += TLanes.Count)
                TLanes.Transpose(a + row * aRow + column, aRow, b + column * bRow + row, bRow);
        }
    }
}
