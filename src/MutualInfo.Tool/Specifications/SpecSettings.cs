using System.Globalization;

namespace MutualInfo.Tool.Specifications;

/// <summary>The <c>key=value</c> pairs of one SPEC, read by type.</summary>
/// <remarks>
/// The order in which a family asks for its keys is the order of the canonical SPEC. Parameters that make the number are always in it,
/// so that a result says what it is; refinements only where they are not the default.
/// </remarks>
internal sealed class SpecSettings
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly EstimatorFamily _family;
    private readonly Dictionary<string, string> _given = [];
    private readonly List<string> _canonical = [];

    private SpecSettings(EstimatorFamily family) => _family = family;

    /// <summary>Gets the SPEC with everything asked for so far.</summary>
    public string Canonical => _canonical.Count == 0 ? _family.Name : $"{_family.Name}:{string.Join(',', _canonical)}";

    /// <summary>Splits <c>key=value,key=value</c> and refuses keys that the family does not have.</summary>
    public static SpecSettings Parse(EstimatorFamily family, string? text)
    {
        SpecSettings settings = new(family);
        foreach (string part in text?.Split(',') ?? [])
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == part.Length - 1)
                throw new UsageException($"'{part}' is no setting of {family.Name}; expected key=value. Keys of {family.Name}: {string.Join(", ", family.Keys)}.");
            string key = part[..equals].Trim();
            if (!family.Keys.Contains(key))
                throw new UsageException(NearestName.Explain(key, $"key of {family.Name}", $"Keys of {family.Name}", family.Keys));
            if (!settings._given.TryAdd(key, part[(equals + 1)..].Trim()))
                throw new UsageException($"{family.Name}: {key} is given twice; once is expected.");
        }

        return settings;
    }

    public bool Has(string key) => _given.ContainsKey(key);

    public int Whole(string key, int? byDefault = null)
    {
        if (!_given.TryGetValue(key, out string? text))
            return Show(key, byDefault ?? throw Missing(key));
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? Show(key, value)
            : throw Wrong(key, text, "a whole number");
    }

    public double Real(string key, double? byDefault = null)
    {
        if (!_given.TryGetValue(key, out string? text))
            return Show(key, byDefault ?? throw Missing(key));
        return Show(key, Finite(text) ?? throw Wrong(key, text, "a number such as 0.5 or 1e-3"));
    }

    /// <summary>A number that is only shown where it was given and is not the default.</summary>
    public double? OptionalReal(string key, double? byDefault = null)
    {
        if (!_given.TryGetValue(key, out string? text))
            return byDefault;
        double value = Finite(text) ?? throw Wrong(key, text, "a number such as 0.5 or 1e-3");
        return value == byDefault ? value : Show(key, value);
    }

    /// <summary>A Rényi order: a number, or <c>inf</c>.</summary>
    public double Order(string key, double byDefault)
    {
        if (!_given.TryGetValue(key, out string? text))
            return Show(key, byDefault);
        double value = text == "inf"
            ? double.PositiveInfinity
            : Finite(text) ?? throw Wrong(key, text, "a number above 0, or inf");
        return Show(key, value);
    }

    /// <summary>One of several words. The first is the default; it is shown only where <paramref name="always"/> says so.</summary>
    public string Choice(string key, bool always, params IReadOnlyCollection<string> words)
    {
        string word = _given.GetValueOrDefault(key, words.First());
        if (!words.Contains(word))
            throw new UsageException($"{_family.Name}: " + NearestName.Explain(word, $"value of {key}", $"Values of {key}", words));
        return always || word != words.First() ? Show(key, word) : word;
    }

    /// <summary>One of several words, or a pair <c>LOW..HIGH</c>. The first word is the default. Always shown.</summary>
    public (string? Word, double Low, double High) ChoiceOrRange(string key, params IReadOnlyCollection<string> words)
    {
        string text = _given.GetValueOrDefault(key, words.First());
        if (words.Contains(text))
            return (Show(key, text), 0, 0);
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            throw new UsageException($"{_family.Name}: " + NearestName.Explain(text, $"value of {key}", $"Values of {key}", [.. words, "LOW..HIGH"]));
        if (Finite(text[..dots]) is not { } low || Finite(text[(dots + 2)..]) is not { } high)
            throw Wrong(key, text, "two numbers, as in -1..1");
        Show(key, $"{Text(low)}..{Text(high)}");
        return (null, low, high);
    }

    public UsageException Wrong(string key, string text, string expected) =>
        new($"{_family.Name}: {key}={text} is given; {expected} is expected.");

    private UsageException Missing(string key) =>
        new($"{_family.Name} needs {key}, as in {_family.Example}; no value suits all data.");

    // Thousands separators, blanks and the words for NaN and infinity are refused; so is what overflows to infinity.
    private static double? Finite(string text) =>
        double.TryParse(text, Number, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static string Text(double value) =>
        double.IsPositiveInfinity(value) ? "inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private int Show(string key, int value)
    {
        Show(key, value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    private double Show(string key, double value)
    {
        Show(key, Text(value));
        return value;
    }

    private string Show(string key, string value)
    {
        _canonical.Add($"{key}={value}");
        return value;
    }
}
