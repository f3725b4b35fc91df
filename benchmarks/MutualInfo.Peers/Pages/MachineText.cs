using System.Text.Json;

namespace MutualInfo.Peers.Pages;

/// <summary>What was measured on, and with which versions.</summary>
internal static class MachineText
{
    public static IEnumerable<string> Lines(PeersResult result)
    {
        Machine machine = result.Machine;
        yield return $"- CPU: {machine.Name} (family {machine.Family}, model {machine.Model}), {machine.Cores} cores; {machine.Os}, Linux {machine.Kernel}";
        yield return "- Versions: " + string.Join(", ", result.Versions.Where(pair => pair.Value.ValueKind == JsonValueKind.String).Select(pair => $"{pair.Key} {pair.Value}"));
        foreach (string line in result.Versions.Where(pair => pair.Value.ValueKind == JsonValueKind.Array).Select(pair => $"- {pair.Key}: {Pools(pair.Value)}").Distinct())
            yield return line;
        if (machine.CoreTypes.Count > 0)
        {
            yield return $"- OpenBLAS with its kernels '{machine.CoreType}', the fastest here of "
                + string.Join(", ", machine.CoreTypes.Select(pair => $"{pair.Key} {Quantity.Seconds(pair.Value)}")) + " (a product and a spectrum, n = 768)";
        }

        foreach ((string name, string reason) in result.Missing)
            yield return $"- **Missing: {name}** ({reason})";
    }

    private static string Pools(JsonElement pools) =>
        string.Join("; ", pools.EnumerateArray().Select(pool => string.Join(
            ' ', pool.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String).Select(field => field.Value.GetString()))));
}
