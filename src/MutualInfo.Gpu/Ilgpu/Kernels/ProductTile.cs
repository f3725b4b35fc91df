using ILGPU;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The products of 4 × 4 pairs of rows, the registers of one thread, dealt out as those of <see cref="PairTile"/>.</summary>
internal struct ProductTile
{
    public double P00, P01, P02, P03;
    public double P10, P11, P12, P13;
    public double P20, P21, P22, P23;
    public double P30, P31, P32, P33;

    /// <summary>Adds the products over one staged stripe.</summary>
    public void Add(ArrayView<double> rows, ArrayView<double> columns)
    {
        int lanes = Group.DimX;
        for (int k = 0; k < PairTile.Depth; k++)
        {
            int row = k * (PairTile.SamplesOfLane * lanes + PairTile.Padding) + Group.IdxY;
            int column = k * (PairTile.SamplesOfLane * lanes + PairTile.Padding) + Group.IdxX;
            double a0 = rows[row], a1 = rows[row + lanes], a2 = rows[row + 2 * lanes], a3 = rows[row + 3 * lanes];
            double b0 = columns[column], b1 = columns[column + lanes], b2 = columns[column + 2 * lanes], b3 = columns[column + 3 * lanes];
            P00 += a0 * b0;
            P01 += a0 * b1;
            P02 += a0 * b2;
            P03 += a0 * b3;
            P10 += a1 * b0;
            P11 += a1 * b1;
            P12 += a1 * b2;
            P13 += a1 * b3;
            P20 += a2 * b0;
            P21 += a2 * b1;
            P22 += a2 * b2;
            P23 += a2 * b3;
            P30 += a3 * b0;
            P31 += a3 * b1;
            P32 += a3 * b2;
            P33 += a3 * b3;
        }
    }
}
