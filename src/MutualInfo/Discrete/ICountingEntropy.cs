using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>
/// An entropy estimator that needs no more than how many symbols were seen once, twice, …: the histogram of a joint variable is then
/// never laid out symbol by symbol. The numbers are those of <see cref="IEntropyEstimator.Estimate"/>, to the last bit.
/// </summary>
internal interface ICountingEntropy : IEntropyEstimator
{
    /// <summary>Estimates the entropy from at least <see cref="IEntropyEstimator.MinimumSampleCount"/> samples.</summary>
    /// <exception cref="ArgumentException">
    /// The estimator is not defined for these counts. The parameter is called <c>counts</c>, and so the message begins.
    /// </exception>
    Information Estimate(CountsOfCounts counts);
}

internal static class CountingEntropyExtensions
{
    /// <summary>
    /// Checks a histogram and estimates its entropy: <see cref="IEntropyEstimator.Estimate"/> of every counting entropy.
    /// </summary>
    public static Information EstimateHistogram(this ICountingEntropy entropy, ReadOnlySpan<int> counts)
    {
        CountsOfCounts histogram = CountsOfCounts.From(counts, nameof(counts));
        if (histogram.SampleCount < entropy.MinimumSampleCount)
            Throw.TooFewSamples(nameof(counts), (int)histogram.SampleCount, entropy.MinimumSampleCount, $"the {entropy} entropy");
        return entropy.Estimate(histogram);
    }
}
