using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Mutual information as <c>Σ q·((1 + δ)·ln(1 + δ) − δ)</c> over the cells of a table, where q is the product of a cell's
/// marginals and q·(1 + δ) the cell. No term is negative, so nothing cancels, however near to independence the table is.
/// </summary>
/// <remarks>
/// Cells are given in any unit: the joint value J, the product of the marginals P, and J − P, which only the caller
/// can form without loss. The sum runs over the terms in ascending order, so that neither the order of the cells nor
/// their names can change a bit.
/// </remarks>
internal sealed class DependenceSum
{
    /// <summary>
    /// Information below this share of the joint entropy is worth a sum of its own. A difference of entropies is off by a few
    /// ε·H, so at this share it still has eleven digits.
    /// </summary>
    public const double SmallShare = 1.0 / 8192;

    // Below it the series is shorter than a logarithm is long; above, no more than a digit and a half cancel.
    private const double SeriesEnd = 1.0 / 16;

    private readonly List<double> _terms = [];

    /// <summary>Adds a cell.</summary>
    /// <param name="joint">J, at least 0.</param>
    /// <param name="product">P, at least 0.</param>
    /// <param name="difference">J − P.</param>
    public void Add(double joint, double product, double difference)
    {
        if (difference != 0)
            _terms.Add(Term(joint, product, difference));
    }

    /// <summary>The sum, in the unit of the cells.</summary>
    public double Total()
    {
        _terms.Sort();
        // In twice the precision: a million cells would otherwise leave it ten digits.
        DoubleDouble sum = 0;
        foreach (double term in _terms)
            sum += term;
        return sum.High;
    }

    /// <summary>J·ln(J/P) − (J − P).</summary>
    /// <remarks>
    /// With s = (J − P)/(J + P), which has no rounding but that of the difference, ln(J/P) = 2·atanh(s) and the term is
    /// (J + P)·((1 + s)·atanh(s) − s) = (J + P)·s·(s + (1 + s)·a), where a = atanh(s)/s − 1 = s²/3 + s⁴/5 + ….
    /// </remarks>
    private static double Term(double joint, double product, double difference)
    {
        if (joint == 0)
            return product;
        double s = difference / (joint + product);
        if (Math.Abs(s) >= SeriesEnd)
            return joint * Math.Log(joint / product) - difference;
        double squared = s * s;
        // What is left out is less than s¹⁴/17 of 1: below the last place of a.
        double a = squared * (1.0 / 3 + squared * (1.0 / 5 + squared * (1.0 / 7
            + squared * (1.0 / 9 + squared * (1.0 / 11 + squared * (1.0 / 13 + squared / 15))))));
        return (joint + product) * s * (s + (1 + s) * a);
    }
}
