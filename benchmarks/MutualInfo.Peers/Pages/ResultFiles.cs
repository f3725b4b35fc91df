using System.Text.Json;

namespace MutualInfo.Peers.Pages;

/// <summary>Where results lie: <c>benchmarks/results/&lt;cpu&gt;/</c>, one folder for each machine.</summary>
internal static class ResultFiles
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    public static string Folder(string root) => Path.Combine(root, "benchmarks", "results");

    /// <summary>The machines that have results, by name.</summary>
    public static string[] Machines(string root) =>
        Directory.Exists(Folder(root))
            ? [.. Directory.GetDirectories(Folder(root)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];

    public static PeersResult? Peers(string root, string machine)
    {
        string path = Path.Combine(Folder(root), machine, "peers.json");
        return File.Exists(path) ? PeersResult.Read(path) : null;
    }

    public static ScalingResult? Scaling(string root, string machine)
    {
        string path = Path.Combine(Folder(root), machine, "scaling.json");
        return File.Exists(path) ? ScalingResult.Read(path) : null;
    }
}
