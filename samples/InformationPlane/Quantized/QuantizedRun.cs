using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>What one network with one seed has come to.</summary>
public sealed record QuantizedRun
{
    public required QuantizedSystem System { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets how often it was initialised; more than once where it had learned nothing.</summary>
    public required int Attempts { get; init; }

    public required double TrainAccuracy { get; init; }

    public required double TestAccuracy { get; init; }

    /// <summary>Gets its planes by estimator: exact rows and the levels, or several bins.</summary>
    public required InformationPlane Plane { get; init; }

    /// <summary>Gets the most different values that a hidden layer has held, of all layers and epochs.</summary>
    public required int MostValues { get; init; }

    /// <summary>Gets whether it has learned enough to be kept, by the authors' rule.</summary>
    public bool IsKept => TrainAccuracy >= QuantizedTraining.LeastAccuracy;
}
