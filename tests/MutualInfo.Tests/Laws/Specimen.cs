using MutualInfo.Kernels;

namespace MutualInfo.Tests.Laws;

/// <summary>One estimator of the catalogue with what it promises and what it can be given.</summary>
internal sealed record Specimen(string Name, Promises Promises, Func<Observations, IMutualInformationEstimator> For)
{
    /// <summary>The fewest samples it takes.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>The fewest samples of a layer it takes: equal-frequency bins need a value each.</summary>
    public int MinimumLayerValues { get; init; }

    /// <summary>More samples than this are left out: they would only cost time, n² of it or n³.</summary>
    public int LargestCount { get; init; } = int.MaxValue;

    /// <summary>Takes one in so many of the data sets, another one with every seed: for rules that are slow on any data.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Nats by which entropies may differ where the mathematics is equal but the order of operations is not.</summary>
    public double Rounding { get; init; }

    /// <summary>A correction that is meant for many symbols and gives a constant, too, an entropy other than 0.</summary>
    public bool GivesConstantsAnEntropy { get; init; }

    public bool Takes(Observations data) =>
        data.Count >= MinimumCount
        && data.All(variable => !variable.IsLayer || (variable.Count >= MinimumLayerValues && HasScale(For(data), variable)));

    // A rule that follows the samples gives 0 where most pairs are equal, and the estimator then refuses samples that differ.
    private static bool HasScale(IMutualInformationEstimator estimator, Variable layer)
    {
        IBandwidthRule? rule = estimator switch
        {
            KernelDensityEstimator { Scaling: FeatureScaling.None } kernel => kernel.Bandwidth,
            MatrixRenyiEstimator { Scaling: FeatureScaling.None } renyi => renyi.Bandwidth,
            _ => null,
        };
        return rule is null || layer.IsConstant || rule.SigmaFor(layer.Samples) > 0;
    }
}
