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
            return scaling == FeatureScaling.ZScore
                ? Represent(MutualInfo.Samples.FromRows<double>(ZScore.Of(samples), samples.Dimension), paramName, bandwidth, sigmaFactor, options)
                : Represent(samples, paramName, bandwidth, sigmaFactor, options);
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
        // No scale can be read off a constant, and none is needed: its similarity is 1 at every bandwidth, and its entropy 0 exactly.
        if (double.IsFinite(sigma) && sigma >= 0 && IsConstant(samples))
            return new SimilarityRepresentation(Similarity.Constant(samples.Count), sigma) { Form = VariableForm.Samples };
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
        return new SimilarityRepresentation(Similarity.Gaussian(samples, sigma * sigmaFactor), sigma) { Form = VariableForm.Samples };
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
