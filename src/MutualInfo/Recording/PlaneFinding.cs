namespace MutualInfo.Recording;

/// <summary>A law that some points of a plane do not keep: of one estimator and layer, over all epochs.</summary>
public sealed record PlaneFinding
{
    /// <summary>Gets the law.</summary>
    public required PlaneLaw Law { get; init; }

    /// <summary>
    /// Gets whether the law is a theorem about this estimator's numbers, so that something is wrong: see <see cref="Advice"/>.
    /// Elsewhere it holds
    /// for the layers and not for their binned or noisy versions, and the finding is a remark that proves nothing.
    /// </summary>
    public required bool IsExact { get; init; }

    /// <summary>Gets the estimator; of nested bins the finer one.</summary>
    public required IMutualInformationEstimator Estimator { get; init; }

    /// <summary>Gets the layer; of two the later one.</summary>
    public required string Layer { get; init; }

    /// <summary>Gets the layer before it in the chain; null where the law is about one layer.</summary>
    public string? EarlierLayer { get; init; }

    /// <summary>Gets the epoch at which the law is missed by most.</summary>
    public required int Epoch { get; init; }

    /// <summary>Gets the number of epochs at which it is missed.</summary>
    public required int EpochCount { get; init; }

    /// <summary>Gets by how much it is missed at <see cref="Epoch"/>.</summary>
    public required Information Excess { get; init; }

    /// <summary>Gets what was found, in words, independent of the culture. It ends without a full stop.</summary>
    public required string Meaning { get; init; }

    /// <summary>Gets what to do about it: a whole sentence.</summary>
    public required string Advice { get; init; }

    /// <summary>Says all of it in one line.</summary>
    public override string ToString() => $"{Estimator}: {Meaning}. {Advice}";
}
