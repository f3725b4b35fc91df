using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Numbers into a Gaussian similarity: check, scale, choose the bandwidth.</summary>
internal static class SimilarityOf
{
    public static SimilarityRepresentation Samples<T>(
        Samples<T> samples,
        string paramName,
        IBandwidthRule bandwidth,
        FeatureScaling scaling,
        double sigmaFactor,
        EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.Finite(samples, paramName);
        try
        {
            return ScaledColumns.Of(samples, scaling) is { } scaled
                ? Represent(MutualInfo.Samples.FromRows<double>(scaled, samples.Dimension), paramName, bandwidth, sigmaFactor, options)
                : Represent(samples, paramName, bandwidth, sigmaFactor, options);
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "samples")
        {
            throw refusal.WithParamName(paramName);
        }
    }

    /// <summary>
    /// The samples under several bandwidth rules, which share one similarity: that over the least of their bandwidths.
    /// </summary>
    public static SimilarityRepresentation[] Samples<T>(
        Samples<T> samples,
        string paramName,
        IReadOnlyList<IBandwidthRule> bandwidths,
        FeatureScaling scaling,
        double sigmaFactor,
        EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.Finite(samples, paramName);
        try
        {
            return ScaledColumns.Of(samples, scaling) is { } scaled
                ? Represent(MutualInfo.Samples.FromRows<double>(scaled, samples.Dimension), paramName, bandwidths, sigmaFactor, options)
                : Represent(samples, paramName, bandwidths, sigmaFactor, options);
        }
        catch (ArgumentException refusal) when (refusal.ParamName == "samples")
        {
            throw refusal.WithParamName(paramName);
        }
    }

    private static SimilarityRepresentation Represent<T>(
        Samples<T> samples, string paramName, IBandwidthRule bandwidth, double sigmaFactor, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sigma = bandwidth.SigmaFor(samples, options);
        return HasNoScale(sigma, bandwidth, samples, paramName)
            ? new SimilarityRepresentation(Similarity.Constant(samples.Count), sigma) { Form = VariableForm.Samples }
            : new SimilarityRepresentation(Similarity.Gaussian(samples, sigma * sigmaFactor), sigma) { Form = VariableForm.Samples };
    }

    private static SimilarityRepresentation[] Represent<T>(
        Samples<T> samples, string paramName, IReadOnlyList<IBandwidthRule> bandwidths, double sigmaFactor, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] sigmas = BandwidthSweep.SigmasFor(bandwidths, samples, options);
        bool isConstant = false;
        for (int i = 0; i < sigmas.Length; i++)
            isConstant = HasNoScale(sigmas[i], bandwidths[i], samples, paramName);
        double least = sigmas.Min();
        Similarity narrowest = isConstant ? Similarity.Constant(samples.Count) : Similarity.Gaussian(samples, least * sigmaFactor);
        return [.. sigmas.Select(sigma => new VariantRepresentation(narrowest, sigma, isConstant ? 1 : sigma / least) { Form = VariableForm.Samples })];
    }

    // Whether the samples are a constant: no scale can be read off it and none is needed, its similarity is 1 at every bandwidth,
    // and its entropy 0 exactly. Others need a bandwidth that is one.
    private static bool HasNoScale<T>(double sigma, IBandwidthRule bandwidth, Samples<T> samples, string paramName)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (double.IsFinite(sigma) && sigma >= 0 && IsConstant(samples))
            return true;
        if (sigma == 0)
        {
            Throw.Invalid(
                paramName,
                $"{paramName} gives the bandwidth rule '{bandwidth}' a bandwidth of 0 though its samples differ. Choose another rule, or a fixed bandwidth.");
        }

        if (double.IsPositiveInfinity(sigma))
        {
            Throw.OutOfRange(
                paramName, sigma, $"samples for which the bandwidth rule '{bandwidth}' gives a finite σ; these reach too far. Divide the samples by a constant first");
        }

        if (!double.IsFinite(sigma) || sigma < 0)
            throw new InvalidOperationException(FormattableString.Invariant($"The bandwidth rule '{bandwidth}' returned {sigma}; expected a finite number, 0 or more."));
        return false;
    }

    private static bool IsConstant<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> first = samples[0];
        for (int row = 1; row < samples.Count; row++)
        {
            ReadOnlySpan<T> other = samples[row];
            for (int column = 0; column < first.Length; column++)
            {
                if (first[column] != other[column])
                    return false;
            }
        }

        return true;
    }
}
