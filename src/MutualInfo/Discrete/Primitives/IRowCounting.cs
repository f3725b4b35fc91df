namespace MutualInfo.Discrete.Primitives;

/// <summary>What is made of rows while they are visited: <see cref="RowCodes"/> or <see cref="LabelledRows"/>.</summary>
internal interface IRowCounting<TResult>
{
    /// <summary>Visits each row once.</summary>
    TResult Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource;
}

/// <summary>The symbol of every row, for variables whose codes someone needs.</summary>
internal sealed class RowCodes : IRowCounting<Symbols>
{
    /// <summary>Gets the one that there is.</summary>
    public static RowCodes Shared { get; } = new();

    public Symbols Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        (int[] codes, int[] histogram) = RowInterner.Intern(rows, options);
        return new Symbols(codes, histogram, rows.ValuesOutsideRange);
    }
}

/// <summary>How often rows occur, alone and with labels, for entropies, which need no codes.</summary>
/// <param name="labels">One for each row.</param>
internal sealed class LabelledRows(Symbols labels) : IRowCounting<LabelledCounts>
{
    public LabelledCounts Count<TRows>(TRows rows, EstimationOptions options) where TRows : struct, IRowSource
    {
        // Where the labels tell all samples apart, so does the pair.
        (CountTally ofRows, CountTally? ofPairs) = labels.AreDistinct
            ? (RowInterner.Tally(rows, options), null)
            : RowInterner.Tally(rows, labels, options);
        return new LabelledCounts
        {
            Labels = labels,
            Rows = CountsOfCounts.From(ofRows, rows.Count),
            Pairs = ofPairs is null ? CountsOfCounts.Distinct(rows.Count) : CountsOfCounts.From(ofPairs, rows.Count),
            ValuesOutsideRange = rows.ValuesOutsideRange,
        };
    }
}

/// <summary>How many different rows were seen once, twice, …, and how many different pairs of a row and a label.</summary>
internal sealed record LabelledCounts
{
    public required Symbols Labels { get; init; }

    public required CountsOfCounts Rows { get; init; }

    public required CountsOfCounts Pairs { get; init; }

    /// <summary>Gets how many values lay outside the range of the discretizer.</summary>
    public required long ValuesOutsideRange { get; init; }
}
