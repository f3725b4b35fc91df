using ILGPU;
using MutualInfo.Gpu.Work;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>What one thread adds up at one bandwidth: its columns of four rows.</summary>
internal struct RowTerms
{
    public double S0, S1, S2, S3;

    /// <summary>Adds the similarities of one tile.</summary>
    /// <param name="pairs">The squared distances.</param>
    /// <param name="factor">What they are multiplied by in the exponent.</param>
    /// <param name="within">How many columns are left from this thread's first one: those beyond are not samples of the group.</param>
    public void Add(PairTile pairs, double factor, int within)
    {
        int lanes = Group.DimX;
        bool in0 = within > 0, in1 = within > lanes, in2 = within > 2 * lanes, in3 = within > 3 * lanes;
        S0 += Term(pairs.D00, factor, in0) + Term(pairs.D01, factor, in1) + Term(pairs.D02, factor, in2) + Term(pairs.D03, factor, in3);
        S1 += Term(pairs.D10, factor, in0) + Term(pairs.D11, factor, in1) + Term(pairs.D12, factor, in2) + Term(pairs.D13, factor, in3);
        S2 += Term(pairs.D20, factor, in0) + Term(pairs.D21, factor, in1) + Term(pairs.D22, factor, in2) + Term(pairs.D23, factor, in3);
        S3 += Term(pairs.D30, factor, in0) + Term(pairs.D31, factor, in1) + Term(pairs.D32, factor, in2) + Term(pairs.D33, factor, in3);
    }

    /// <summary>Adds up the threads of each row, in their order, and writes the sums of the group's rows. Every thread of the group calls it.</summary>
    /// <param name="sums">Shared memory for a sum of each row and each thread across. Free again after a barrier.</param>
    /// <param name="stripe">The rows.</param>
    /// <param name="partial">Receives the sum of row i at first + i.</param>
    /// <param name="first">Where the sums of this share begin.</param>
    public readonly void Leave(ArrayView<double> sums, RowStripe stripe, ArrayView<double> partial, long first)
    {
        // Rows of the stripe across, threads of a row down: thread (x, y) leaves its four sums in column x.
        int lanes = Group.DimX;
        int side = PairTile.SamplesOfLane * lanes;
        int own = Group.IdxX * side + Group.IdxY;
        sums[own] = S0;
        sums[own + lanes] = S1;
        sums[own + 2 * lanes] = S2;
        sums[own + 3 * lanes] = S3;
        WriteTotals(sums, side, stripe, partial, first);
    }

    /// <summary>Adds up the threads of each row, in their order, once all have left their sums: thread x that of row r at x·side + r.</summary>
    public static void WriteTotals(ArrayView<double> sums, int side, RowStripe stripe, ArrayView<double> partial, long first)
    {
        Group.Barrier();
        int lanes = Group.DimX;
        for (int local = Group.IdxY * lanes + Group.IdxX; local < side; local += lanes * lanes)
        {
            double sum = 0;
            for (int x = 0; x < lanes; x++)
                sum += sums[x * side + local];
            int row = stripe.FirstRow + local;
            if (row < stripe.End)
                partial[first + row] = sum;
        }
    }

    private static double Term(double distance, double factor, bool isPair)
    {
        double similarity = ScalarExponential.Of(factor * distance);
        return isPair ? similarity : 0;
    }
}
