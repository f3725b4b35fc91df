namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>One statement of a paper beside what was measured here: one row of the table that a reproduction ends with.</summary>
public sealed record Claim
{
    public required ClaimKind Kind { get; init; }

    /// <summary>Gets the statement.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the paper's figure or wording.</summary>
    public required string Paper { get; init; }

    /// <summary>Gets what was measured, as the table shows it.</summary>
    public required string Measured { get; init; }

    public required bool Holds { get; init; }

    /// <summary>Gets the measured number of every seed; null where the claim is no number.</summary>
    public SeedStatistics? Values { get; init; }

    /// <summary>Makes a claim about a number that every seed has given; the table shows its mean ± standard deviation.</summary>
    /// <param name="kind">How firmly it is held to.</param>
    /// <param name="text">The statement.</param>
    /// <param name="paper">The paper's figure or wording.</param>
    /// <param name="values">The number of every seed.</param>
    /// <param name="unit">The unit, shown after the number; empty for none.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="format">How the number is shown.</param>
    public static Claim OfValues(
        ClaimKind kind, string text, string paper, IEnumerable<double> values, string unit, Func<SeedStatistics, bool> holds, string format = "0.00")
    {
        ArgumentNullException.ThrowIfNull(holds);
        var statistics = new SeedStatistics(values);
        return new Claim
        {
            Kind = kind,
            Text = text,
            Paper = paper,
            Measured = $"{statistics.ToString(format)} {unit}".TrimEnd(),
            Holds = holds(statistics),
            Values = statistics,
        };
    }

    /// <summary>Makes a claim that every seed either bears out or not; it holds where all do.</summary>
    public static Claim OfSeeds(ClaimKind kind, string text, string paper, IEnumerable<bool> seeds)
    {
        bool[] all = [.. seeds];
        int holding = all.Count(holds => holds);
        return new Claim
        {
            Kind = kind,
            Text = text,
            Paper = paper,
            Measured = $"{holding} of {all.Length}",
            Holds = all.Length > 0 && holding == all.Length,
        };
    }
}
