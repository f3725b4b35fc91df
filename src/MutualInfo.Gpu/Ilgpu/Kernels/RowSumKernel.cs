using ILGPU;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>What squared distances are multiplied by in the exponent, at four bandwidths.</summary>
internal readonly record struct FourFactors(double First, double Second, double Third, double Fourth);

/// <summary>Row sums of a Gram matrix of which nothing is stored. Those of its squared entries are those at twice the exponent.</summary>
internal static class RowSumKernel
{
    /// <summary>Adds a stripe of rows over one share of its columns. One group of l × l threads for a stripe and a share.</summary>
    /// <param name="coordinates">All samples, row-major, those of one symbol side by side.</param>
    /// <param name="dimension">The features of a sample.</param>
    /// <param name="stripes">The stripe of each group, by its x.</param>
    /// <param name="shares">Into how many shares the columns are cut; the group's y says which one is its own.</param>
    /// <param name="factor">What a squared distance is multiplied by in the exponent.</param>
    /// <param name="partial">Receives the sum of row i over share s at s·n + i.</param>
    /// <param name="n">The number of samples.</param>
    public static void Partial(
        ArrayView<double> coordinates, int dimension, ArrayView<RowStripe> stripes, int shares, double factor, ArrayView<double> partial, int n)
    {
        ArrayView<double> rows = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columns = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> sums = SharedMemory.Allocate<double>(PairTile.LargestSide * PairTile.LargestSide / 4);
        RowStripe stripe = stripes[Grid.IdxX];
        int side = PairTile.SamplesOfLane * Group.DimX;
        int end = stripe.EndOfShare(Grid.IdxY, shares, side);
        RowTerms terms = default;
        for (int firstColumn = stripe.StartOfShare(Grid.IdxY, shares, side); firstColumn < end; firstColumn += side)
        {
            PairTile pairs = Distances(coordinates, dimension, stripe, firstColumn, rows, columns);
            terms.Add(pairs, factor, stripe.End - firstColumn - Group.IdxX);
        }

        terms.Leave(sums, stripe, partial, (long)Grid.IdxY * n);
    }

    /// <summary>The same at four bandwidths, from one pass over the pairs.</summary>
    /// <param name="coordinates">All samples, row-major, those of one symbol side by side.</param>
    /// <param name="dimension">The features of a sample.</param>
    /// <param name="stripes">The stripe of each group, by its x.</param>
    /// <param name="shares">Into how many shares the columns are cut; the group's y says which one is its own.</param>
    /// <param name="factors">What a squared distance is multiplied by in the exponent.</param>
    /// <param name="partial">Receives the sum of row i over share s at factor w at (w·shares + s)·n + i.</param>
    /// <param name="n">The number of samples.</param>
    public static void PartialAt(
        ArrayView<double> coordinates, int dimension, ArrayView<RowStripe> stripes, int shares, FourFactors factors, ArrayView<double> partial, int n)
    {
        ArrayView<double> rows = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> columns = SharedMemory.Allocate<double>(PairTile.StageLength);
        ArrayView<double> sums = SharedMemory.Allocate<double>(PairTile.LargestSide * PairTile.LargestSide / 4);
        RowStripe stripe = stripes[Grid.IdxX];
        int side = PairTile.SamplesOfLane * Group.DimX;
        int end = stripe.EndOfShare(Grid.IdxY, shares, side);
        RowTerms first = default, second = default, third = default, fourth = default;
        for (int firstColumn = stripe.StartOfShare(Grid.IdxY, shares, side); firstColumn < end; firstColumn += side)
        {
            PairTile pairs = Distances(coordinates, dimension, stripe, firstColumn, rows, columns);
            int within = stripe.End - firstColumn - Group.IdxX;
            first.Add(pairs, factors.First, within);
            second.Add(pairs, factors.Second, within);
            third.Add(pairs, factors.Third, within);
            fourth.Add(pairs, factors.Fourth, within);
        }

        long own = (long)Grid.IdxY * n;
        long stride = (long)shares * n;
        first.Leave(sums, stripe, partial, own);
        Group.Barrier();
        second.Leave(sums, stripe, partial, own + stride);
        Group.Barrier();
        third.Leave(sums, stripe, partial, own + 2 * stride);
        Group.Barrier();
        fourth.Leave(sums, stripe, partial, own + 3 * stride);
    }

    /// <summary>Adds the shares of every row, in their order. One thread for a row and a bandwidth.</summary>
    public static void Total(Index1D at, ArrayView<double> partial, int shares, int n, ArrayView<double> sums)
    {
        int width = at / n;
        long first = (long)width * shares * n + (at - width * n);
        double sum = 0;
        for (int share = 0; share < shares; share++)
            sum += partial[first + (long)share * n];
        sums[at] = sum;
    }

    private static PairTile Distances(
        ArrayView<double> coordinates, int dimension, RowStripe stripe, int firstColumn, ArrayView<double> rows, ArrayView<double> columns)
    {
        int side = PairTile.SamplesOfLane * Group.DimX;
        PairTile pairs = default;
        for (int feature = 0; feature < dimension; feature += PairTile.Depth)
        {
            PairTile.Stage(coordinates, dimension, stripe.FirstRow, stripe.End, feature, side, rows);
            PairTile.Stage(coordinates, dimension, firstColumn, stripe.End, feature, side, columns);
            Group.Barrier();
            pairs.Add(rows, columns);
            Group.Barrier();
        }

        return pairs;
    }
}
