using System.Globalization;
using System.Text.RegularExpressions;

namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Which entries of results.json a pattern speaks of: <c>saxe_binsize_{width}</c>, where each brace is one number.</summary>
internal sealed partial class EntryPattern
{
    private readonly Regex _regex;

    public EntryPattern(string text)
    {
        Text = text;
        string expression = Placeholder().Replace(Regex.Escape(text), match => $@"(?<{match.Groups[1].Value}>\d+(?:\.\d+)?)");
        _regex = new Regex($"^{expression}$", RegexOptions.CultureInvariant);
    }

    public string Text { get; }

    public bool Matches(string entryName) => _regex.IsMatch(entryName);

    /// <summary>The number that stands in the place of a brace.</summary>
    public double Number(string entryName, string placeholder) =>
        double.Parse(_regex.Match(entryName).Groups[placeholder].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\\\{(\w+)}")]
    private static partial Regex Placeholder();
}

/// <summary>How near a value must come, and why not nearer.</summary>
internal sealed record Tolerance(string Text, double Absolute, double Relative)
{
    /// <summary>The histograms are the same; only the order in which their terms are summed differs.</summary>
    public static readonly Tolerance Counting = new("1e-12 bits", 1e-12, 0);

    /// <summary>n² exponentials are rounded, and the originals form distances by the cancelling expansion.</summary>
    public static readonly Tolerance KernelDensity = new("1e-10 bits", 1e-10, 0);

    /// <summary>At α = 1.01 the factor 1/(1 − α) = −100 amplifies the rounding of the eigenvalues; below 1 that of the least ones is all there is.</summary>
    public static readonly Tolerance Renyi = new("1e-9 bits; relative 1e-5 for α < 1", 1e-9, 0);

    /// <summary>Formulas of one line.</summary>
    public static readonly Tolerance Formula = new("1e-12", 1e-12, 0);

    /// <summary>Eigenvalues cut off at 1e-12 of the largest leave about its root; a constant layer's 0 comes as rounding.</summary>
    public static readonly Tolerance RenyiBelowOrderOne = new("relative 1e-5", 1e-12, 1e-5);

    public bool Allows(double expected, double actual) => Math.Abs(actual - expected) <= Math.Max(Absolute, Relative * Math.Abs(expected));
}

/// <summary>What the library gives for one entry, by the names of results.json.</summary>
internal sealed class Findings
{
    public Dictionary<string, double[]> Values { get; } = [];

    /// <summary>Gets the values whose rule's excuse applies.</summary>
    public HashSet<string> Excused { get; } = [];

    public double this[string name]
    {
        get => Values[name][0];
        set => Values[name] = [value];
    }
}

/// <summary>A pattern of entries and the call of the library that meets them.</summary>
internal sealed class ReferenceRule(
    string pattern, string libraryCall, Tolerance tolerance, Func<ReferenceEntry, EntryPattern, Findings> measure)
{
    public EntryPattern Pattern { get; } = new(pattern);

    public string LibraryCall { get; } = libraryCall;

    public Tolerance Tolerance { get; } = tolerance;

    /// <summary>Gets when and why a value may be another one; null where every value must be met.</summary>
    public string? Excuse { get; init; }

    public Tolerance ToleranceFor(ReferenceEntry entry) =>
        Tolerance == Tolerance.Renyi && Pattern.Text.Contains("{order}", StringComparison.Ordinal) && Pattern.Number(entry.Name, "order") < 1
            ? Tolerance.RenyiBelowOrderOne
            : Tolerance;

    public Findings Measure(ReferenceEntry entry) => measure(entry, Pattern);
}
