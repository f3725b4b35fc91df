namespace MutualInfo.Multivariate.Primitives;

/// <summary>
/// A quantity as a sum of joint entropies: which subsets of the variables, how often, and whether Shannon's is ever below 0.
/// </summary>
internal sealed record EntropySum
{
    private EntropySum(VariableSubset all, bool isNeverNegative, IEnumerable<(VariableSubset, int)> terms)
    {
        All = all;
        IsNeverNegative = isNeverNegative;
        // The entropy of no variable is 0 by every rule.
        Terms = [.. terms.Where(term => term.Item1.Count > 0 && term.Item2 != 0)];
    }

    /// <summary>Gets all the variables that take part.</summary>
    public VariableSubset All { get; }

    public bool IsNeverNegative { get; }

    /// <summary>Gets whether it is I(X;Y) of two of the variables, by whichever name.</summary>
    public bool IsPair => All.Count == 2;

    public (VariableSubset Subset, int Coefficient)[] Terms { get; }

    /// <summary>I(X;Y|Z) = H(X,Z) + H(Y,Z) − H(Z) − H(X,Y,Z); I(X;Y) where z is empty.</summary>
    public static EntropySum Information(VariableSubset x, VariableSubset y, VariableSubset z)
    {
        VariableSubset all = x.With(y).With(z);
        return new EntropySum(all, true, [(x.With(z), 1), (y.With(z), 1), (z, -1), (all, -1)]);
    }

    /// <summary>Σ H(Xᵢ) − H(X₁, …, Xₖ).</summary>
    public static EntropySum TotalCorrelation(VariableSubset all) => new(all, true, [.. Singles(all), (all, -1)]);

    /// <summary>Σ H(all but Xᵢ) − (k − 1)·H(X₁, …, Xₖ).</summary>
    public static EntropySum DualTotalCorrelation(VariableSubset all) =>
        new(all, true, [.. Enumerable.Range(0, all.Count).Select(place => (all.Without(place), 1)), (all, 1 - all.Count)]);

    /// <summary>McGill's −Σ (−1)^(k − |S|) H(S) over all subsets S: I(X;Y) for two, I(X;Y|Z) − I(X;Y) for three.</summary>
    public static EntropySum InteractionInformation(VariableSubset all) => new(
        all,
        all.Count == 2,
        Enumerable.Range(1, (1 << all.Count) - 1).Select(all.Chosen).Select(
            subset => (subset, (all.Count - subset.Count) % 2 == 0 ? -1 : 1)));

    /// <summary>
    /// Adds up: what counts positively, from the least on, less what counts negatively. The order of the variables does not
    /// matter to a bit.
    /// </summary>
    public MutualInfo.Information Of(Func<VariableSubset, MutualInfo.Information> entropy) =>
        MutualInfo.Information.FromNats(Total(entropy, 1) - Total(entropy, -1));

    private double Total(Func<VariableSubset, MutualInfo.Information> entropy, int sign)
    {
        double[] amounts =
        [
            .. Terms.Where(term => Math.Sign(term.Coefficient) == sign)
                .Select(term => Math.Abs(term.Coefficient) * entropy(term.Subset).Nats),
        ];
        Array.Sort(amounts);
        double total = 0;
        foreach (double amount in amounts)
            total += amount;
        return total;
    }

    private static IEnumerable<(VariableSubset, int)> Singles(VariableSubset all) =>
        Enumerable.Range(0, all.Count).Select(place => (all.Slice(place, place + 1), 1));
}
