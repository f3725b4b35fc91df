namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>One trained classifier, tested.</summary>
public sealed record ClassifierResult
{
    public required Regularization Regularization { get; init; }

    /// <summary>Gets the units of a hidden layer.</summary>
    public required int Width { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets the share of test images that were classified wrongly, without noise.</summary>
    public required double Error { get; init; }

    /// <summary>Gets the measures of the noisy layers, from the input to the output; none for another regularisation.</summary>
    public required IReadOnlyList<CodeMeasure> Codes { get; init; }
}
