using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The bandwidths of several rules for the same samples.</summary>
internal static class BandwidthSweep
{
    /// <summary>
    /// What each rule says by itself, to the bit; the median distance, which costs passes over all pairs, is found once.
    /// </summary>
    public static double[] SigmasFor<T>(IReadOnlyList<IBandwidthRule> rules, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] sigmas = new double[rules.Count];
        double? median = null;
        for (int i = 0; i < sigmas.Length; i++)
        {
            if (rules[i] is MedianBandwidth rule)
                sigmas[i] = rule.Factor * (median ??= new MedianBandwidth().SigmaFor(samples, options));
            else
                sigmas[i] = rules[i].SigmaFor(samples, options);
        }

        return sigmas;
    }
}
