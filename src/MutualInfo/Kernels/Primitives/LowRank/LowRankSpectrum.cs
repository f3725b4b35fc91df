namespace MutualInfo.Kernels.Primitives.LowRank;

/// <summary>
/// What is known of the spectrum of K/n: a factor of low rank for each block of symbols, refined where most is missing.
/// </summary>
internal sealed class LowRankSpectrum
{
    private const double Epsilon = 2.220446049250313e-16;

    // In theory elements of U⁻¹ can grow exponentially with pivoting; in practice they stay below 10, and
    // rounding is not all of one sign.
    private const double Growth = 4;

    private readonly Similarity _similarity;
    private readonly EstimationOptions _options;
    private readonly List<PivotedCholesky> _factors = [];
    private readonly List<double> _known = [];
    private readonly HashSet<PivotedCholesky> _exhausted = [];

    public LowRankSpectrum(Similarity similarity, EstimationOptions options)
    {
        _similarity = similarity;
        _options = options;
        DistinctBlocks blocks = similarity.Blocks;
        Count = blocks.DistinctCount;
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            // A single sample is its own eigenvalue.
            if (blocks.Size(block) == 1)
                _known.Add((double)blocks.Multiplicities(block)[0] / similarity.Count);
            else if (blocks.Size(block) > 1)
                _factors.Add(new PivotedCholesky(WeightedSamples.Of(similarity, blocks, block), options));
        }
    }

    /// <summary>Gets the number of different samples: the rank that K can have.</summary>
    public int Count { get; }

    public int Rank => _known.Count + _factors.Sum(factor => factor.Rank);

    /// <summary>Gets τ, the trace of what is missing.</summary>
    public double Residual => _factors.Sum(factor => factor.ResidualTrace) / _similarity.Count;

    public bool IsExhausted => _exhausted.Count == _factors.Count;

    /// <summary>
    /// Adds up to a panel, and no more columns than allowed, to the factor that misses most. Does nothing where all is there that
    /// can be told from rounding.
    /// </summary>
    public void Extend(int most)
    {
        PivotedCholesky? worst = null;
        foreach (PivotedCholesky factor in _factors)
        {
            if (!_exhausted.Contains(factor) && !(factor.ResidualTrace <= worst?.ResidualTrace))
                worst = factor;
        }

        if (worst is not null && !worst.Extend(most))
            _exhausted.Add(worst);
    }

    /// <summary>The bounds of S_α that follow from what is known.</summary>
    public (double Lower, double Upper) Bounds(double order)
    {
        List<double> eigenvalues = [.. _known];
        double rounding = 4 * Epsilon;
        foreach (PivotedCholesky factor in _factors)
        {
            if (factor.Rank > 0)
            {
                double[] own = FactorGram.Eigenvalues(factor.Panels, factor.Count, _options);
                eigenvalues.AddRange(own.Select(value => value / _similarity.Count));
            }

            rounding += RoundingOf(factor);
        }

        return new EntropyBounds(order, [.. eigenvalues], Residual, rounding, (Rank + 16) * Epsilon, Count - Rank, Count).Nats();
    }

    /// <summary>What the computed eigenvalues of one block may be wrong by, in sum.</summary>
    /// <remarks>
    /// The sum over eigenvalues is bounded by the trace norm of the errors (Mirsky), and that by √rank times the Frobenius norm.
    /// Cholesky's method is exact for a matrix that differs in the rows and columns of the k pivots only, of rank 2k, by at most
    /// γ√(AᵢᵢAⱼⱼ) in entry (i, j), where γ = (k + D + 16)·ε counts a product of k terms and the similarity itself. LᵀL and its
    /// reduction are matrices of order k and norm at most 1, with sums of c terms and an orthogonal reduction of k steps;
    /// bisection adds a few ε for each eigenvalue.
    /// </remarks>
    private double RoundingOf(PivotedCholesky factor)
    {
        double k = factor.Rank;
        double share = factor.PivotTrace / _similarity.Count;
        double factorization = Growth * Math.Sqrt(2 * k) * (k + _similarity.Dimension + 16) * Epsilon * Math.Sqrt(2 * share);
        double product = Math.Sqrt(k) * (FactorGram.LongestSum(factor.Count) + k + 16) * Epsilon;
        double bisection = 4 * k * Epsilon;
        return factorization + product + bisection;
    }
}
