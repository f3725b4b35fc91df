using System.Text.Json;
using System.Text.RegularExpressions;

namespace MutualInfo.Tests.Support;

/// <summary>One case of results.json: the inputs that an original program was given.</summary>
internal sealed class ReferenceCase(string name, JsonElement json)
{
    private readonly Dictionary<string, NpyArray> _inputs = [];

    public string Name { get; } = name;

    public bool Has(string input) => json.GetProperty("inputs").TryGetProperty(input, out _);

    public NpyArray Input(string input)
    {
        lock (_inputs)
        {
            if (!_inputs.TryGetValue(input, out NpyArray? array))
            {
                string file = json.GetProperty("inputs").GetProperty(input).GetString()!;
                _inputs[input] = array = NpyArray.Read(SharedFolder.FileAt("reference", file));
            }

            return array;
        }
    }

    public IEnumerable<string> InputNames => json.GetProperty("inputs").EnumerateObject().Select(input => input.Name);

    public Layer Layer(string input = "T") => Input(input).AsLayer();

    public Symbols Labels => Input("y").AsLabels();

    public IEnumerable<ReferenceEntry> Entries =>
        json.GetProperty("estimators").EnumerateObject().Select(entry => new ReferenceEntry(this, entry.Name, entry.Value));
}

/// <summary>One estimator of one case: its parameters and the values that the original program gave.</summary>
internal sealed class ReferenceEntry(ReferenceCase owner, string name, JsonElement json)
{
    public ReferenceCase Case { get; } = owner;

    public string Name { get; } = name;

    /// <summary>Gets all values by name; a plain number is a list of one. A value that the original could not compute (NaN) has none.</summary>
    public IReadOnlyDictionary<string, double[]> Values { get; } = json.TryGetProperty("values", out JsonElement values)
        ? values.EnumerateObject().ToDictionary(value => value.Name, value => Numbers(value.Value))
        : new Dictionary<string, double[]>();

    /// <summary>A number among the parameters of the original run.</summary>
    public double Parameter(string parameter) => json.GetProperty("params").GetProperty(parameter).GetDouble();

    private static double[] Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetDouble()],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Numbers)],
        JsonValueKind.Null => [],
        _ => throw new InvalidDataException($"A value of results.json is a {value.ValueKind}."),
    };
}

/// <summary>All cases of results.json, read once.</summary>
internal static partial class ReferenceResults
{
    private static readonly Lazy<ReferenceCase[]> _cases = new(Load);

    public static IReadOnlyList<ReferenceCase> Cases => _cases.Value;

    public static IEnumerable<ReferenceEntry> Entries => Cases.SelectMany(owner => owner.Entries);

    public static ReferenceEntry Entry(string caseName, string entryName) =>
        Cases.Single(owner => owner.Name == caseName).Entries.Single(entry => entry.Name == entryName);

    private static ReferenceCase[] Load()
    {
        // Python writes NaN as a bare word, which is no JSON.
        string text = NotANumber().Replace(File.ReadAllText(SharedFolder.FileAt("reference", "results.json")), "null");
        using JsonDocument document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateObject().Select(item => new ReferenceCase(item.Name, item.Value.Clone()))];
    }

    [GeneratedRegex(@"(?<=[:,\[]\s*)NaN(?=\s*[,\]\}])")]
    private static partial Regex NotANumber();
}
