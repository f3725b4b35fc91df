using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>Products with a panel, 32 columns wide and row-major, in register tiles.</summary>
internal static unsafe class PanelProduct<TLanes, TVector>
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Width = ResidualColumns.Width;

    /// <summary>C += P·B for rows of a panel P and a 32 × 32 matrix B; the number of rows is a multiple of four.</summary>
    public static void MultiplyAdd(double* panel, double* b, double* c, int rows)
    {
        int columns = RegisterTile<TLanes, TVector, double>.Columns;
        for (int row = 0; row < rows; row += RegisterTile<TLanes, TVector, double>.Rows)
        {
            for (int column = 0; column < Width; column += columns)
            {
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(
                    Width, panel + (nint)row * Width, Width, 1, b + column, Width, c + (nint)row * Width + column, Width);
            }
        }
    }

    /// <summary>C += PᵀQ, 32 × 32, over rows of two panels.</summary>
    public static void MultiplyTransposedAdd(double* p, double* q, double* c, int rows)
    {
        int columns = RegisterTile<TLanes, TVector, double>.Columns;
        for (int row = 0; row < Width; row += RegisterTile<TLanes, TVector, double>.Rows)
        {
            for (int column = 0; column < Width; column += columns)
            {
                RegisterTile<TLanes, TVector, double>.MultiplyAdd(
                    rows, p + row, 1, Width, q + column, Width, c + row * Width + column, Width);
            }
        }
    }
}
