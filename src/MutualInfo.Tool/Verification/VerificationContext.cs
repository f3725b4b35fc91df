namespace MutualInfo.Tool.Verification;

/// <summary>What all checks of one run share.</summary>
internal sealed record VerificationContext
{
    public const ulong DefaultSeed = 20260401;

    /// <summary>Gets whether the estimates that cost O(n²) and more are restricted to tasks of 1 + 1 dimensions.</summary>
    public bool Quick { get; init; }

    /// <summary>Gets the seed from which every sampler derives a stream of its own.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    public EstimationOptions Options { get; init; } = EstimationOptions.Default;

    /// <summary>
    /// Gets what is verified in place of an estimator: itself. Tests put a faulty one here, because a suite that passes whatever it is
    /// given verifies nothing.
    /// </summary>
    public Func<IMutualInformationEstimator, IMutualInformationEstimator> Subject { get; init; } = static estimator => estimator;

    /// <summary>A stream that depends on the seed and the name alone, so that checks can be added without changing the others.</summary>
    public RandomSource Random(string name)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        ulong hash = 14695981039346656037;
        foreach (char letter in name)
            hash = (hash ^ letter) * 1099511628211;
        return new RandomSource(Seed ^ hash);
    }
}
