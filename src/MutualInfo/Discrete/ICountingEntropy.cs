using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>
/// An entropy estimator that needs no more than how many symbols were seen once, twice, …: the histogram of a joint variable is then
/// never laid out symbol by symbol. The numbers are those of <see cref="IEntropyEstimator.Estimate"/>, to the last bit.
/// </summary>
internal interface ICountingEntropy : IEntropyEstimator
{
    /// <summary>Estimates the entropy from at least <see cref="IEntropyEstimator.MinimumSampleCount"/> samples.</summary>
    Information Estimate(CountsOfCounts counts);
}
