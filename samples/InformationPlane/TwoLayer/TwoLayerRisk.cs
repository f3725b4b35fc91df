using MutualInfo.Training.SignCodes;

namespace MutualInfo.InformationPlanes.TwoLayer;

/// <summary>What one run has come to.</summary>
public sealed record TwoLayerRisk
{
    public required RiskSource Source { get; init; }

    public required SignDecoder Decoder { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets d.</summary>
    public required int Inputs { get; init; }

    /// <summary>Gets n.</summary>
    public required int Signs { get; init; }

    /// <summary>Gets the mean squared error for each number, of variance 1.</summary>
    public required double Risk { get; init; }

    /// <summary>Gets the largest cosine between two rows of the encoder, by magnitude.</summary>
    public required double LargestCosine { get; init; }

    /// <summary>Gets the course of a descent: the step, and the risk and largest cosine there; empty for other runs.</summary>
    public IReadOnlyList<(int Step, double Risk, double LargestCosine)> Course { get; init; } = [];

    /// <summary>Gets r = n/d.</summary>
    public double Rate => Signs / (double)Inputs;

    /// <summary>Gets what theory has at this rate.</summary>
    public double Curve => SignLimits.Optimum(Rate);

    /// <summary>Gets how far the risk lies above the curve, as a share of it.</summary>
    public double Excess => (Risk / Curve) - 1;
}
