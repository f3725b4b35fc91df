namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>All reproductions, one line each.</summary>
public static class ReproductionRegistry
{
    public static IReadOnlyList<IReproduction> All { get; } =
    [
        new Quantized.QuantizedReproduction(),
        new Adaptive.AdaptiveReproduction(),
        new Autoencoders.AutoencodersReproduction(),
        new NoisyCodes.InformationDropoutReproduction(),
        new TwoLayer.TwoLayerReproduction(),
    ];

    /// <summary>Finds the reproduction of a command.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static IReproduction Find(string command) =>
        All.FirstOrDefault(reproduction => reproduction.Name == command)
        ?? throw new FormatException($"There is no command {command}; expected {string.Join(", ", ["shallow", .. All.Select(each => each.Name)])}.");
}
