using System.Text.Json;
using MutualInfo.Peers.Measuring;

namespace MutualInfo.Peers.Pages;

/// <summary><c>scaling.json</c>.</summary>
internal sealed record ScalingResult
{
    public required Machine Machine { get; init; }

    public required string Date { get; init; }

    public required string Commit { get; init; }

    public required int Threads { get; init; }

    public required int FixedCount { get; init; }

    public required int FixedDimension { get; init; }

    public required Ceilings Ceilings { get; init; }

    public required ScalingSeries[] Series { get; init; }

    public static ScalingResult Read(string path) =>
        JsonSerializer.Deserialize<ScalingResult>(File.ReadAllText(path), ResultFiles.Json)
            ?? throw new InvalidDataException($"{path} holds null.");
}
