using System.Globalization;

namespace MutualInfo.Significance;

/// <summary>
/// An interval for what an estimator estimates, as <see cref="SubsamplingInterval"/> and <see cref="JackknifeInterval"/> give it.
/// </summary>
/// <remarks>
/// It covers the mean of the estimator over data sets of this n: how far another such data set might move the number. <b>The
/// estimator's bias is not in it</b>, so where that is large the truth is outside; <see cref="BiasExtrapolation"/> measures it.
/// Nor is it a test: whether 0 lies inside says little, because information is not below 0. Ends are not clamped.
/// </remarks>
public sealed record InformationInterval
{
    /// <summary>Gets the estimate of all samples.</summary>
    public required MutualInformationEstimate Estimate { get; init; }

    /// <summary>Gets the lower end; may be below 0.</summary>
    public required Information Lower { get; init; }

    /// <summary>Gets the upper end.</summary>
    public required Information Upper { get; init; }

    /// <summary>
    /// Gets the nominal probability of covering, such as 0.95. What was measured is in <c>docs/accuracy.md</c>.
    /// </summary>
    public required double Level { get; init; }

    /// <summary>Gets the standard error of the estimate.</summary>
    public required Information StandardError { get; init; }

    /// <summary>Gets the method with its parameters.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the seed of the subsamples.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Gets the time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Says the interval in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"I(X;Y) = {Estimate.Value}, {Level * 100:0.##} % interval [{Lower}, {Upper}], standard error {StandardError} ({Method}, seed {Seed}; bias not included); {Estimate.Estimator}");
}
