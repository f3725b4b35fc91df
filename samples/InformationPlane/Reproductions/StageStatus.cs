using System.Globalization;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>Where the runs of one stage stand.</summary>
public sealed record StageStatus : IRunStatus
{
    public required string Stage { get; init; }

    public required int Done { get; init; }

    public required int Count { get; init; }

    public required double Fraction { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public bool IsLast => Done == Count;

    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Stage}: {Done} of {Count} runs done, {Fraction:0 %}, {Left}");

    // Before anything is known, no number is better than a wrong one.
    private string Left => Fraction > 0 ? (Elapsed / Fraction * (1 - Fraction)).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) + " left" : "starting";
}
