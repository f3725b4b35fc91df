using System.Globalization;
using System.Text.Json;
using MutualInfo.Files;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.ReferenceCases;

/// <summary>One case of results.json, with its files and a folder for files derived from them.</summary>
internal sealed class ReferenceCase(string name, JsonElement json, TemporaryFolder folder)
{
    public string Name => name;

    public IEnumerable<JsonProperty> Entries => json.GetProperty("estimators").EnumerateObject();

    public Source Labels => new(PathOf("y"));

    public bool Has(string input) => json.GetProperty("inputs").TryGetProperty(input, out _);

    public IEnumerable<string> Inputs => json.GetProperty("inputs").EnumerateObject().Select(input => input.Name);

    public Source Layer(string input = "T") => new(PathOf(input));

    /// <summary>The inputs of the network, grouped by equal rows where they are integers; else they all differ.</summary>
    public Source NetworkInputs => Has("X") && Read("X").ElementType == ElementType.Int32
        ? new Source(PathOf("X"), AreLabels: true)
        : Source.Distinct;

    public NumericArray Read(string input = "T") => NpyFile.Read(PathOf(input));

    /// <summary>A file of some columns of an input, in the input's own precision.</summary>
    public Source Columns(string input, params int[] columns)
    {
        NumericArray array = Read(input);
        return array.ElementType == ElementType.Float32
            ? Write(array.ToArray<float>(), array.Dimension, columns)
            : Write(array.ToArray<double>(), array.Dimension, columns);
    }

    /// <summary>A file of numbers that a test has derived.</summary>
    public Source Derived<T>(string label, T[] values, int dimension) where T : unmanaged =>
        new(folder.WriteRows($"{name}-{label}-{Guid.NewGuid():N}.npy", values, dimension));

    private string PathOf(string input) => SharedFolder.FileAt("reference", json.GetProperty("inputs").GetProperty(input).GetString()!);

    private Source Write<T>(T[] values, int dimension, int[] columns) where T : unmanaged
    {
        T[] chosen = [.. Enumerable.Range(0, values.Length / dimension).SelectMany(row => columns.Select(column => values[row * dimension + column]))];
        return Derived(string.Join('-', columns.Select(column => column.ToString(CultureInfo.InvariantCulture))), chosen, columns.Length);
    }
}
