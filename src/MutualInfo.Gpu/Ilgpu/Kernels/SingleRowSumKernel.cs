using ILGPU;
using MutualInfo.Gpu.Work;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>What <see cref="RowSumKernel"/> adds up, with distances and similarities in single precision. The sums over tiles are in double.</summary>
internal static class SingleRowSumKernel
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
        ArrayView<float> coordinates, int dimension, ArrayView<RowStripe> stripes, int shares, float factor, ArrayView<double> partial, int n)
    {
        ArrayView<float> rows = SharedMemory.Allocate<float>(SinglePairTile.StageLength);
        ArrayView<float> columns = SharedMemory.Allocate<float>(SinglePairTile.StageLength);
        int lanes = Group.DimX;
        int side = SinglePairTile.SamplesOfLane * lanes;
        RowStripe stripe = stripes[Grid.IdxX];
        int endOfShare = stripe.EndOfShare(Grid.IdxY, shares, side);
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int firstColumn = stripe.StartOfShare(Grid.IdxY, shares, side); firstColumn < endOfShare; firstColumn += side)
        {
            SinglePairTile pairs = default;
            for (int feature = 0; feature < dimension; feature += PairTile.Depth)
            {
                PairTile.Stage(coordinates, dimension, stripe.FirstRow, stripe.End, feature, side, rows);
                PairTile.Stage(coordinates, dimension, firstColumn, stripe.End, feature, side, columns);
                Group.Barrier();
                pairs.Add(rows, columns);
                Group.Barrier();
            }

            int left = firstColumn + Group.IdxX, right = left + 4 * lanes;
            int end = stripe.End;
            s0 += Terms(pairs.First.D00, pairs.First.D01, pairs.First.D02, pairs.First.D03, factor, left, end)
                + Terms(pairs.FirstWithSecond.D00, pairs.FirstWithSecond.D01, pairs.FirstWithSecond.D02, pairs.FirstWithSecond.D03, factor, right, end);
            s1 += Terms(pairs.First.D10, pairs.First.D11, pairs.First.D12, pairs.First.D13, factor, left, end)
                + Terms(pairs.FirstWithSecond.D10, pairs.FirstWithSecond.D11, pairs.FirstWithSecond.D12, pairs.FirstWithSecond.D13, factor, right, end);
            s2 += Terms(pairs.First.D20, pairs.First.D21, pairs.First.D22, pairs.First.D23, factor, left, end)
                + Terms(pairs.FirstWithSecond.D20, pairs.FirstWithSecond.D21, pairs.FirstWithSecond.D22, pairs.FirstWithSecond.D23, factor, right, end);
            s3 += Terms(pairs.First.D30, pairs.First.D31, pairs.First.D32, pairs.First.D33, factor, left, end)
                + Terms(pairs.FirstWithSecond.D30, pairs.FirstWithSecond.D31, pairs.FirstWithSecond.D32, pairs.FirstWithSecond.D33, factor, right, end);
            s4 += Terms(pairs.SecondWithFirst.D00, pairs.SecondWithFirst.D01, pairs.SecondWithFirst.D02, pairs.SecondWithFirst.D03, factor, left, end)
                + Terms(pairs.Second.D00, pairs.Second.D01, pairs.Second.D02, pairs.Second.D03, factor, right, end);
            s5 += Terms(pairs.SecondWithFirst.D10, pairs.SecondWithFirst.D11, pairs.SecondWithFirst.D12, pairs.SecondWithFirst.D13, factor, left, end)
                + Terms(pairs.Second.D10, pairs.Second.D11, pairs.Second.D12, pairs.Second.D13, factor, right, end);
            s6 += Terms(pairs.SecondWithFirst.D20, pairs.SecondWithFirst.D21, pairs.SecondWithFirst.D22, pairs.SecondWithFirst.D23, factor, left, end)
                + Terms(pairs.Second.D20, pairs.Second.D21, pairs.Second.D22, pairs.Second.D23, factor, right, end);
            s7 += Terms(pairs.SecondWithFirst.D30, pairs.SecondWithFirst.D31, pairs.SecondWithFirst.D32, pairs.SecondWithFirst.D33, factor, left, end)
                + Terms(pairs.Second.D30, pairs.Second.D31, pairs.Second.D32, pairs.Second.D33, factor, right, end);
        }

        // Rows of the stripe across, threads of a row down: thread (x, y) leaves its eight sums in column x.
        ArrayView<double> sums = SharedMemory.Allocate<double>(SinglePairTile.LargestSide * SinglePairTile.LargestSide / SinglePairTile.SamplesOfLane);
        int own = Group.IdxX * side + Group.IdxY;
        sums[own] = s0;
        sums[own + lanes] = s1;
        sums[own + 2 * lanes] = s2;
        sums[own + 3 * lanes] = s3;
        sums[own + 4 * lanes] = s4;
        sums[own + 5 * lanes] = s5;
        sums[own + 6 * lanes] = s6;
        sums[own + 7 * lanes] = s7;
        RowTerms.WriteTotals(sums, side, stripe, partial, (long)Grid.IdxY * n);
    }

    private static float Terms(float d0, float d1, float d2, float d3, float factor, int column, int end)
    {
        int lanes = Group.DimX;
        return Term(d0, factor, column < end) + Term(d1, factor, column + lanes < end)
            + Term(d2, factor, column + 2 * lanes < end) + Term(d3, factor, column + 3 * lanes < end);
    }

    private static float Term(float distance, float factor, bool isPair)
    {
        float term = ScalarExponential.OfSingle(factor * distance);
        return isPair ? term : 0;
    }
}
