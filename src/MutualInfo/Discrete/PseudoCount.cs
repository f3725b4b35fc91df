using System.Globalization;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>What is added to every count before shares are formed: the parameter of a symmetric Dirichlet prior.</summary>
public readonly record struct PseudoCount
{
    private readonly Rule _rule;
    private readonly double _given;

    private PseudoCount(Rule rule, double given = 0)
    {
        _rule = rule;
        _given = given;
    }

    private enum Rule
    {
        Jeffreys,
        Laplace,
        Perks,
        Minimax,
        Given,
    }

    /// <summary>Gets ½, Jeffreys' prior.</summary>
    public static PseudoCount Jeffreys => new(Rule.Jeffreys);

    /// <summary>Gets 1, Bayes' and Laplace's uniform prior.</summary>
    public static PseudoCount Laplace => new(Rule.Laplace);

    /// <summary>Gets 1/K for an alphabet of K symbols, Perks' prior: one pseudo-sample altogether.</summary>
    public static PseudoCount Perks => new(Rule.Perks);

    /// <summary>
    /// Gets √n/K for n samples of an alphabet of K symbols, Trybula's minimax prior: √n pseudo-samples altogether.
    /// </summary>
    public static PseudoCount Minimax => new(Rule.Minimax);

    /// <summary>Makes a given number.</summary>
    /// <param name="pseudoCount">Finite and at least 0; 0 gives the plug-in entropy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static PseudoCount Given(double pseudoCount)
    {
        if (!(pseudoCount >= 0) || double.IsPositiveInfinity(pseudoCount))
            Throw.OutOfRange(nameof(pseudoCount), pseudoCount, "a finite number of at least 0");
        return new PseudoCount(Rule.Given, pseudoCount);
    }

    /// <summary>The number for a sample and an alphabet.</summary>
    /// <param name="sampleCount">n, at least 1.</param>
    /// <param name="alphabetSize">K, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public double For(long sampleCount, long alphabetSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(alphabetSize, 1);
        return _rule switch
        {
            Rule.Jeffreys => 0.5,
            Rule.Laplace => 1,
            Rule.Perks => 1.0 / alphabetSize,
            Rule.Minimax => Math.Sqrt(sampleCount) / alphabetSize,
            _ => _given,
        };
    }

    /// <summary>Says the rule or the number: <c>Jeffreys</c>, <c>0.25</c>.</summary>
    public override string ToString() =>
        _rule == Rule.Given ? _given.ToString("R", CultureInfo.InvariantCulture) : _rule.ToString();
}
