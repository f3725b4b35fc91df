using System.Collections.ObjectModel;
using System.Globalization;

namespace MutualInfo.Significance;

/// <summary>Where estimates of more and more samples tend to, as <see cref="BiasExtrapolation"/> finds it.</summary>
public sealed record ExtrapolatedInformation
{
    /// <summary>Gets the estimate of all samples.</summary>
    public required MutualInformationEstimate Estimate { get; init; }

    /// <summary>Gets I∞, where the estimates tend to with 1/n → 0. Not clamped: noise can make it negative.</summary>
    public required Information Value { get; init; }

    /// <summary>
    /// Gets the standard error of I∞, by the delete-d jackknife. It holds the noise of the samples, not the error of the
    /// extrapolation itself.
    /// </summary>
    public required Information StandardError { get; init; }

    /// <summary>Gets a of I(n) = I∞ + a/n + b/n².</summary>
    public required Information FirstOrder { get; init; }

    /// <summary>Gets b of I(n) = I∞ + a/n + b/n²; 0 where the extrapolation is of order 1.</summary>
    public required Information SecondOrder { get; init; }

    /// <summary>Gets the mean estimates of n, n/2, n/4, … samples, which the line or parabola was fitted to.</summary>
    public required ReadOnlyCollection<ExtrapolationPoint> Points { get; init; }

    /// <summary>Gets the seed by which samples were dealt.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets the bias of the estimate that the extrapolation shows: the estimate less I∞.</summary>
    public Information Bias => Estimate.Value - Value;

    /// <summary>
    /// Gets the largest distance of a point from the fit; 0, to rounding, where there are as many points as coefficients.
    /// </summary>
    public Information LargestResidual
    {
        get
        {
            double largest = 0;
            foreach (ExtrapolationPoint point in Points)
            {
                Information fitted = Value + FirstOrder / point.SampleCount + SecondOrder / point.SampleCount / point.SampleCount;
                largest = Math.Max(largest, Math.Abs((point.Mean - fitted).Nats));
            }

            return Information.FromNats(largest);
        }
    }

    /// <summary>Says the result in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"I(X;Y) = {Estimate.Value} at n = {Estimate.SampleCount}, {Value} ± {StandardError} extrapolated to 1/n = 0 (bias {Bias}, seed {Seed}); {Estimate.Estimator}");
}

/// <summary>A mean of estimates from disjoint subsamples of one size.</summary>
/// <param name="SampleCount">The samples of each: n, n/2, n/4, …; a mean where n does not divide.</param>
/// <param name="Mean">The mean estimate.</param>
public readonly record struct ExtrapolationPoint(double SampleCount, Information Mean);
