namespace MutualInfo;

/// <summary>One reason for care, with the figure behind it.</summary>
public sealed record VerdictFinding
{
    /// <summary>Gets the reason.</summary>
    public required VerdictReason Reason { get; init; }

    /// <summary>Gets how much it takes from the estimate.</summary>
    public required VerdictGravity Gravity { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required VerdictSubject Subject { get; init; }

    /// <summary>Gets the figure that was looked at; what it is and its unit stand in <c>docs/verdicts.md</c>.</summary>
    public required double Figure { get; init; }

    /// <summary>Gets the threshold that the figure has crossed.</summary>
    public required double Threshold { get; init; }

    /// <summary>
    /// Gets what was found, in words, independent of the culture. It begins in lower case and ends without a full stop.
    /// </summary>
    public required string Meaning { get; init; }

    /// <summary>Gets what to do about it: a whole sentence.</summary>
    public required string Advice { get; init; }

    /// <summary>Says both in one line.</summary>
    public override string ToString() => $"{Meaning}. {Advice}";
}
