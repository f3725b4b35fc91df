namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// Pivots chosen from a pool by complete pivoting on its residual block, and what turns their columns into columns of the factor.
/// </summary>
/// <remarks>
/// With the residual block of the chosen G = UᵀU, U upper triangular, the residual columns C of the chosen become the next
/// columns of L as C·U⁻¹. A pool of the worst approximated samples from all parts of the data holds some that are far from one
/// another; those that the ones before them have explained are left in it.
/// </remarks>
internal sealed class PivotBlock
{
    // A pivot below this share of the pool's largest would make U ill conditioned and is better taken later, from another pool.
    private const double LeastShare = 0.02;

    private readonly List<int> _chosen = [];
    private readonly List<double[]> _rows = [];

    /// <summary>Chooses from a pool.</summary>
    /// <param name="residual">
    /// The residual of the pool, p × p, row-major; entries of places beyond <paramref name="size"/> are not looked at.
    /// </param>
    /// <param name="stride">p.</param>
    /// <param name="size">The places that may be chosen.</param>
    /// <param name="least">A residual too small to be told from rounding.</param>
    /// <param name="most">How many to choose at most.</param>
    public PivotBlock(double[] residual, int stride, int size, double least, int most)
    {
        double[] left = new double[size];
        for (int i = 0; i < size; i++)
            left[i] = residual[i * stride + i];
        double threshold = Math.Max(least, LeastShare * left.Max());
        while (_chosen.Count < Math.Min(most, ResidualColumns.Width))
        {
            int pivot = left.AsSpan().IndexOf(left.Max());
            if (!(left[pivot] > threshold))
                break;
            Eliminate(residual.AsSpan(pivot * stride, size), pivot, left);
        }
    }

    /// <summary>Gets the chosen places of the pool, in order.</summary>
    public IReadOnlyList<int> Chosen => _chosen;

    /// <summary>U⁻¹, 32 × 32, row-major; zero beyond the chosen.</summary>
    public double[] InverseOfFactor()
    {
        const int Width = ResidualColumns.Width;
        double[] inverse = GC.AllocateArray<double>(Width * Width, pinned: true);
        for (int column = 0; column < _chosen.Count; column++)
        {
            inverse[column * Width + column] = 1 / U(column, column);
            for (int row = column - 1; row >= 0; row--)
            {
                double sum = 0;
                for (int k = row + 1; k <= column; k++)
                    sum += U(row, k) * inverse[k * Width + column];
                inverse[row * Width + column] = -sum / U(row, row);
            }
        }

        return inverse;
    }

    private double U(int row, int column) => _rows[row][_chosen[column]];

    // One step of Cholesky's method: the row of the pivot, and what it leaves of the diagonal.
    private void Eliminate(ReadOnlySpan<double> residualRow, int pivot, double[] left)
    {
        double root = Math.Sqrt(left[pivot]);
        double[] row = residualRow.ToArray();
        foreach (double[] before in _rows)
        {
            double own = before[pivot];
            for (int i = 0; i < row.Length; i++)
                row[i] -= own * before[i];
        }

        for (int i = 0; i < row.Length; i++)
        {
            row[i] /= root;
            left[i] -= row[i] * row[i];
        }

        left[pivot] = double.NegativeInfinity;
        _rows.Add(row);
        _chosen.Add(pivot);
    }
}
