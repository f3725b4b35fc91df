namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>How many eigenvalues of a tridiagonal matrix lie below a number: the negative pivots of T − x, one point at a time.</summary>
/// <remarks>What <see cref="SturmSweep"/> computes at 32 points in vectors; a device has a thread for each point instead.</remarks>
internal static class SturmCount
{
    // T is scaled to about 1: moving a pivot by this much is far below rounding, and its reciprocal is still in range.
    private const double LeastPivot = 1e-140;

    /// <summary>Counts the eigenvalues below x.</summary>
    /// <param name="diagonal">Holds the diagonal from <paramref name="start"/> on.</param>
    /// <param name="couplings">Entry start + i couples the rows i − 1 and i; entry start is 0.</param>
    /// <param name="start">Where the matrix begins in both.</param>
    /// <param name="rows">The order of the matrix.</param>
    /// <param name="x">The number.</param>
    public static int Below<TNumbers>(TNumbers diagonal, TNumbers couplings, long start, int rows, double x)
        where TNumbers : struct, INumbers
    {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < rows; i++)
        {
            double coupling = couplings[start + i];
            pivot = diagonal[start + i] - x - coupling * coupling / pivot;
            // Replaced first and counted then: the other order miscounts where x is an eigenvalue of a leading block.
            pivot = Math.Abs(pivot) < LeastPivot ? -LeastPivot : pivot;
            count += pivot < 0 ? 1 : 0;
        }

        return count;
    }
}
