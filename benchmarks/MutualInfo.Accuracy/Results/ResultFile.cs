using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MutualInfo.Accuracy.Results;

/// <summary>A file of <c>benchmarks/results/accuracy</c>: a JSON array with one element on a line, so that a difference shows what changed.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string PathOf(string root, string name) => Path.Combine(root, "benchmarks", "results", "accuracy", name);

    /// <summary>What is kept; nothing where the file is missing.</summary>
    public static T[] Read<T>(string root, string name)
    {
        string path = PathOf(root, name);
        return File.Exists(path) ? JsonSerializer.Deserialize<T[]>(File.ReadAllText(path), _json)! : [];
    }

    public static void Write<T>(string root, string name, IEnumerable<T> elements)
    {
        string path = PathOf(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"[\n{string.Join(",\n", elements.Select(element => JsonSerializer.Serialize(element, _json)))}\n]\n");
    }
}
