namespace MutualInfo.Discrete;

/// <summary>Estimates the Shannon entropy of a discrete variable from a histogram.</summary>
/// <remarks>Implement it as an immutable record. See <c>docs/architecture.md</c>.</remarks>
public interface IEntropyEstimator
{
    /// <summary>Gets the fewest samples for which the estimator is defined.</summary>
    int MinimumSampleCount => 1;

    /// <summary>Estimates the entropy.</summary>
    /// <param name="counts">How often each symbol was seen; zeros are allowed and ignored.</param>
    /// <returns>The entropy.</returns>
    /// <exception cref="ArgumentException">There are too few samples, or a count is negative.</exception>
    Information Estimate(ReadOnlySpan<int> counts);
}
