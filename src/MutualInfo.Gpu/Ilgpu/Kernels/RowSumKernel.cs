using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>The rows of one tile, and the columns that they meet: all samples of their symbol.</summary>
internal readonly record struct RowStripe(int FirstRow, int FirstColumn, int End);

/// <summary>Row sums of a Gram matrix, or of its squared entries, of which nothing is stored.</summary>
internal static class RowSumKernel
{
    /// <summary>Adds a stripe of rows over one share of its columns. One group of l × l threads for a stripe and a share.</summary>
    /// <param name="coordinates">All samples, row-major, those of one symbol side by side.</param>
    /// <param name="dimension">The features of a sample.</param>
    /// <param name="stripes">The stripe of each group, by its x.</param>
    /// <param name="shares">Into how many shares the columns are cut; the group's y says which one is its own.</param>
    /// <param name="power">1 for sums of similarities, 2 for sums of their squares.</param>
    /// <param name="partial">Receives the sum of row i over share s at s·n + i.</param>
    /// <param name="n">The number of samples.</param>
    public static void Partial(
        ArrayView<double> coordinates, int dimension, ArrayView<RowStripe> stripes, int shares, int power, ArrayView<double> partial, int n)
    {
        ArrayView<double> rows = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columns = SharedMemory.Allocate<double>(PairTile.StageLength);
        int lanes = Group.DimX;
        int side = 4 * lanes;
        RowStripe stripe = stripes[Grid.IdxX];
        int tiles = (stripe.End - stripe.FirstColumn + side - 1) / side;
        int tilesOfShare = (tiles + shares - 1) / shares;
        int firstTile = Grid.IdxY * tilesOfShare;
        int endTile = firstTile + tilesOfShare < tiles ? firstTile + tilesOfShare : tiles;

        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        for (int tile = firstTile; tile < endTile; tile++)
        {
            int firstColumn = stripe.FirstColumn + tile * side;
            PairTile pairs = default;
            for (int feature = 0; feature < dimension; feature += PairTile.Depth)
            {
                PairTile.Stage(coordinates, dimension, stripe.FirstRow, stripe.End, feature, rows);
                PairTile.Stage(coordinates, dimension, firstColumn, stripe.End, feature, columns);
                Group.Barrier();
                pairs.Add(rows, columns);
                Group.Barrier();
            }

            int column = firstColumn + Group.IdxX;
            bool in0 = column < stripe.End, in1 = column + lanes < stripe.End, in2 = column + 2 * lanes < stripe.End, in3 = column + 3 * lanes < stripe.End;
            s0 += Term(pairs.D00, power, in0) + Term(pairs.D01, power, in1) + Term(pairs.D02, power, in2) + Term(pairs.D03, power, in3);
            s1 += Term(pairs.D10, power, in0) + Term(pairs.D11, power, in1) + Term(pairs.D12, power, in2) + Term(pairs.D13, power, in3);
            s2 += Term(pairs.D20, power, in0) + Term(pairs.D21, power, in1) + Term(pairs.D22, power, in2) + Term(pairs.D23, power, in3);
            s3 += Term(pairs.D30, power, in0) + Term(pairs.D31, power, in1) + Term(pairs.D32, power, in2) + Term(pairs.D33, power, in3);
        }

        // Rows of the stripe across, threads of a row down: thread (x, y) leaves its four sums in column x.
        ArrayView<double> sums = SharedMemory.Allocate<double>(PairTile.LargestSide * PairTile.LargestSide / 4);
        int own = Group.IdxX * side + Group.IdxY;
        sums[own] = s0;
        sums[own + lanes] = s1;
        sums[own + 2 * lanes] = s2;
        sums[own + 3 * lanes] = s3;
        Group.Barrier();
        for (int local = Group.IdxY * lanes + Group.IdxX; local < side; local += lanes * lanes)
        {
            double sum = 0;
            for (int x = 0; x < lanes; x++)
                sum += sums[x * side + local];
            int row = stripe.FirstRow + local;
            if (row < stripe.End)
                partial[(long)Grid.IdxY * n + row] = sum;
        }
    }

    /// <summary>Adds the shares of every row, in their order. One thread for a row.</summary>
    public static void Total(Index1D row, ArrayView<double> partial, int shares, ArrayView<double> sums)
    {
        double sum = 0;
        for (int share = 0; share < shares; share++)
            sum += partial[share * sums.Length + row];
        sums[row] = sum;
    }

    private static double Term(double distance, int power, bool isPair)
    {
        double similarity = ScalarExponential.Of(-0.5 * distance);
        double term = power == 2 ? similarity * similarity : similarity;
        return isPair ? term : 0;
    }
}
