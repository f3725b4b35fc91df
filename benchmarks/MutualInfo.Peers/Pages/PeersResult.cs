using System.Text.Json;

namespace MutualInfo.Peers.Pages;

/// <summary><c>peers.json</c>, as far as pages show it.</summary>
internal sealed record PeersResult
{
    public required Machine Machine { get; init; }

    public required Dictionary<string, JsonElement> Versions { get; init; }

    public required Dictionary<string, string> Missing { get; init; }

    public required PeersMethod Method { get; init; }

    public required PeersRow[] Rows { get; init; }

    public static PeersResult Read(string path) =>
        JsonSerializer.Deserialize<PeersResult>(File.ReadAllText(path), ResultFiles.Json)
            ?? throw new InvalidDataException($"{path} holds null.");
}

internal sealed record Machine
{
    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string Model { get; init; }

    public required int Cores { get; init; }

    public required string Os { get; init; }

    public required string Kernel { get; init; }

    public string? CoreType { get; init; }

    public Dictionary<string, double> CoreTypes { get; init; } = [];
}

internal sealed record PeersMethod(
    double LeastSampleSeconds, double PauseSeconds, double LargestForeignShare, int Rounds, double SlowCallSeconds, int SlowRounds);

/// <summary>One piece of work on one size, done by all that can do it.</summary>
internal sealed record PeersRow
{
    public required string[] Ids { get; init; }

    public required string Name { get; init; }

    public required string Size { get; init; }

    public required string Note { get; init; }

    public required string Date { get; init; }

    public required string Commit { get; init; }

    public required PeersTime[] Contenders { get; init; }

    public required PeersGate Gate { get; init; }

    public required PeersGoal[] Goals { get; init; }

    public required PeersFigure[] Figures { get; init; }

    public PeersTime? Ours => Array.Find(Contenders, one => one.Name == "MutualInfo" && one.Median is not null);

    public PeersTime? FastestPeer => Contenders.Where(one => one.Name != "MutualInfo" && one.Median is not null).MinBy(one => one.Median);
}

/// <summary>The time of one contender, in seconds; or why there is none.</summary>
internal sealed record PeersTime
{
    public required string Name { get; init; }

    public string? Unavailable { get; init; }

    public string? Variant { get; init; }

    public int? Threads { get; init; }

    public double? Median { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    public double? Cpu { get; init; }

    public bool Disturbed { get; init; }

    public PeersSample[] Samples { get; init; } = [];
}

internal sealed record PeersSample(double Seconds, bool Kept);

internal sealed record PeersGate(double Tolerance, string Reason, Dictionary<string, double> Differences, bool Holds);

/// <summary>A ratio to reach: the peer's median over ours, and the same of the minima.</summary>
internal sealed record PeersGoal(
    string Id, string Against, string? Peer, double Floor, double Moonshot, double? Ratio, double? RatioOfMinima, bool? Met);

/// <summary>A number of ours to stay below.</summary>
internal sealed record PeersFigure(
    string Id, string Name, string Unit, double Floor, double Moonshot, double? Value, bool? Met, Dictionary<string, double>? Peers);
