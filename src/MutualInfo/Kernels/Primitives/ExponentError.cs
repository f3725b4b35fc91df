namespace MutualInfo.Kernels.Primitives;

/// <summary>Whether −½‖u − u′‖² may be computed as u·u′ − ½‖u‖² − ½‖u′‖².</summary>
/// <remarks>
/// <para>
/// Let u be the unit roundoff (half the distance from 1 to the next number) and R the greatest norm of the centred samples. A sum
/// over d features in slabs of 64 passes through at most m = min(d, 64) + ⌈d/64⌉ roundings, so the product and the two half norms
/// are off by at most m·u·(‖u‖² + ‖u′‖²) together; two subtractions add 1.5 such units, and the centring of the coordinates 2.
/// The exponent is off by at most
/// </para>
/// <para><c>E = 2·(m + 4)·u·R²</c>,</para>
/// <para>
/// whatever the distance. Up to E = 2¹¹·u (2.3e−13 in double) that is accepted for every pair: the direct form's own bound, (d
/// + 2)·u·D/2, is no better at a distance D that is common among 1,000 features. Beyond, the pairs of similarity k ≥
/// 2¹¹·u/(n·E) are computed from differences; the others may add up to no more than 2¹¹·u in a row of the Gram matrix, whose
/// sum is at least 1. See docs/numerics.md.
/// </para>
/// </remarks>
internal static class ExponentError
{
    /// <summary>Below so many features, differences cost less than what surrounds them.</summary>
    public const int LeastDimension = 4;

    private const double AcceptedRoundoffs = 2048;

    // Centred coordinates carry R·u each. Up to this R² the differences that refine a tile are still
    // better than what is accepted.
    private const double LargestRefinedSquare = 4096;

    /// <summary>Chooses the evaluation for centred samples.</summary>
    /// <param name="count">n.</param>
    /// <param name="dimension">d.</param>
    /// <param name="greatestSquare">R². May be infinite or NaN where squares overflow.</param>
    /// <param name="roundoff">u of the type that computes.</param>
    /// <returns>The evaluation, and the exponent above which a refined one computes again.</returns>
    public static (PairEvaluation Evaluation, double RefineAbove) Choose(int count, int dimension, double greatestSquare, double roundoff)
    {
        double accepted = AcceptedRoundoffs * roundoff;
        double error = Bound(dimension, greatestSquare, roundoff);
        if (error <= accepted)
            return (PairEvaluation.Expanded, 0);
        return greatestSquare <= LargestRefinedSquare
            ? (PairEvaluation.Refined, -Math.Log(count * error / accepted))
            : (PairEvaluation.Direct, 0);
    }

    /// <summary>Chooses the evaluation for all bandwidths from one multiple of the samples' on.</summary>
    /// <remarks>
    /// At w times the bandwidth an exponent and its error are 1/w² times as large, so what is good enough at the narrowest
    /// is at all. Which pairs a refined evaluation must compute again differs from one to the next: it then computes all
    /// of them from differences.
    /// </remarks>
    public static (PairEvaluation Evaluation, double RefineAbove) ChooseFrom(
        double narrowest, int count, int dimension, double greatestSquare, double roundoff)
    {
        (PairEvaluation evaluation, _) = Choose(count, dimension, greatestSquare / (narrowest * narrowest), roundoff);
        return (evaluation == PairEvaluation.Expanded ? PairEvaluation.Expanded : PairEvaluation.Direct, 0);
    }

    /// <summary>E, the greatest error of an exponent from products and norms.</summary>
    public static double Bound(int dimension, double greatestSquare, double roundoff)
    {
        const int Slab = PairPanels<double>.SlabFeatures;
        int roundings = Math.Min(dimension, Slab) + (dimension + Slab - 1) / Slab;
        return 2 * (roundings + 4) * roundoff * greatestSquare;
    }
}
