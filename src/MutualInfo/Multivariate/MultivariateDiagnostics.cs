using System.Globalization;

namespace MutualInfo.Multivariate;

/// <summary>
/// What was seen on the way to an estimate about several variables. A figure that has no meaning for the estimator is null.
/// </summary>
public sealed record MultivariateDiagnostics
{
    /// <summary>Gets what computed it, such as <c>CPU</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>Gets the time it took, without entropies that were known from an earlier call.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets how many joint entropies had to be measured; the others were known from an earlier call.</summary>
    public required int EntropiesMeasured { get; init; }

    /// <summary>Gets what was seen of each variable, in the order in which they were added.</summary>
    public required IReadOnlyList<VariableDiagnostics> Variables { get; init; }

    /// <summary>Gets the number of different joint symbols of all the variables (counting estimators).</summary>
    public int? JointAlphabetSize { get; init; }

    /// <summary>Gets the share of the samples whose joint symbol occurs only once, from 0 to 1 (counting estimators).</summary>
    public double? SingletonShare { get; init; }

    /// <summary>Says what is known in one line, independent of the culture.</summary>
    public override string ToString()
    {
        List<string> parts = [Backend, Invariant($"{Elapsed.TotalMilliseconds:0.##} ms"), Invariant($"{EntropiesMeasured} entropies measured")];
        if (JointAlphabetSize is { } symbols)
            parts.Add(Invariant($"{symbols} different joint symbols"));
        if (SingletonShare is { } singletons)
            parts.Add(Invariant($"{singletons:P0} of the samples in symbols seen once"));
        long outside = Variables.Sum(variable => variable.ValuesOutsideRange);
        if (outside > 0)
            parts.Add(Invariant($"{outside} values outside the range"));
        return string.Join(", ", parts);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What was seen of one of several variables.</summary>
public sealed record VariableDiagnostics
{
    /// <summary>Gets the name of the variable.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of its different symbols (counting estimators, and labels elsewhere).</summary>
    public int? AlphabetSize { get; init; }

    /// <summary>Gets its values that lay outside a given range and were counted in the outermost bins.</summary>
    public long ValuesOutsideRange { get; init; }

    /// <summary>Gets its bandwidth σ, in its units after scaling (kernel estimators; null for symbols).</summary>
    public double? Bandwidth { get; init; }
}
