using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Products of one tile of the trailing matrix with the panels, out of register tiles. Rows and columns are multiples of 32.</summary>
internal static unsafe class TileKernels<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;

    private static int Columns => RegisterTile<TLanes, TVector, double>.Columns;

    /// <summary>A ← A + [−X | V]·[V | −X]ᵀ for 32 columns and some rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Update(BandWorkspace workspace, int begin, int end, int column)
    {
        for (int inner = 0; inner < Band; inner += Columns)
        {
            double* right = workspace.Right + (nint)column * 2 * Band + inner;
            for (int row = begin; row < end; row += 4)
            {
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(
                    2 * Band, workspace.Left + (nint)row * 2 * Band, 2 * Band, 1, right, Band, workspace.At(row, column) + inner, workspace.Stride);
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
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(depth, a + row * aRow, aRow, aStep, b + inner, Band, c + row * cRow + inner, cRow);
        }
    }

    /// <summary>B ← Aᵀ for 32 columns of A; rows are a multiple of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int rows, double* a, nint aStride, double* b, nint bStride)
    {
        for (int row = 0; row < rows; row += 4)
        {
            double* four = a + row * aStride;
            for (int column = 0; column < Band; column += TLanes.Count)
            {
                double* source = four + column;
                TLanes.StoreTransposed(
                    TLanes.Load(source), TLanes.Load(source + aStride), TLanes.Load(source + 2 * aStride), TLanes.Load(source + 3 * aStride),
                    b + column * bStride + row, bStride);
            }
        }
    }
}
