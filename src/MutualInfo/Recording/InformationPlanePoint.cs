namespace MutualInfo.Recording;

/// <summary>One point of an information plane: one layer at one epoch, as one estimator sees it.</summary>
public sealed record InformationPlanePoint
{
    /// <summary>Gets the epoch.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets the name of the layer.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the estimator as it was given to the recorder.</summary>
    public required IMutualInformationEstimator Estimator { get; init; }

    /// <summary>Gets the estimate of I(X;T); x is the input and y the layer.</summary>
    public required MutualInformationEstimate Input { get; init; }

    /// <summary>Gets the estimate of I(T;Y); x is the layer and y the target.</summary>
    public required MutualInformationEstimate Target { get; init; }

    /// <summary>Gets H(T), the entropy of the layer.</summary>
    public Information LayerEntropy => Target.EntropyX;

    /// <summary>Gets H(T) / ln n; at 1 every sample looks unique and the point says nothing.</summary>
    /// <remarks>NaN where the entropies are not <see cref="EntropyKind.Bounded"/>, and an empty field in the CSV.</remarks>
    public double Saturation => Target.SaturationX;

    /// <summary>Gets n, the number of samples.</summary>
    public long SampleCount => Target.SampleCount;

    /// <summary>
    /// Gets the time that both estimates took together; of layers recorded in one call, and of estimators that share their passes, each has an
    /// equal share.
    /// </summary>
    public required TimeSpan Elapsed { get; init; }

    internal static InformationPlanePoint Of(
        int epoch, string layer, IMutualInformationEstimator estimator, MutualInformationEstimate input, MutualInformationEstimate target) => new()
        {
            Epoch = epoch,
            Layer = layer,
            Estimator = estimator,
            Input = input,
            Target = target,
            Elapsed = input.Diagnostics.Elapsed + target.Diagnostics.Elapsed,
        };
}
