namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>A network that was trained on cluttered digits, tested and mapped.</summary>
public sealed record SheetResult
{
    public required double Beta { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets the share of test sheets that were classified wrongly, without noise.</summary>
    public required double Error { get; init; }

    /// <summary>Gets the map of each noisy layer, from the input to the output.</summary>
    public required IReadOnlyList<RateMap> Maps { get; init; }
}
