using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// Kernel alignment: the σ, among evenly spaced candidates, whose Gram matrix is most like that of the labels,
/// <c>tr(K_T·K_Y) / (‖K_T‖·‖K_Y‖)</c>, smoothed from one measurement to the next.
/// </summary>
/// <remarks>
/// <para>
/// Candidates are Wickstrøm et al.'s: widths s from 0.3 to ten times the mean distance (zero diagonal included) in their kernel
/// exp(−‖x − x′‖²/s²), so σ = s/√2 here; the first best wins. The label Gram is the delta similarity.
/// </para>
/// <para>
/// For their exponential smoothing over training, pass each result on: <c>rule = rule with { Previous = sigma }</c> gives
/// <c>0.9·previous + 0.1·best</c> next time. The recorder does that by itself, for every layer.
/// Source: Wickstrøm et al., Entropy 25:899 (2023), who use 300 candidates at first and 100 later. Cost: two passes over n²
/// pairs for each candidate.
/// </para>
/// </remarks>
public sealed record KernelAlignmentBandwidth : IBandwidthRule
{
    private const double LeastWidth = 0.3;
    private const double GreatestWidthOverMean = 10;

    /// <summary>Makes a rule.</summary>
    /// <param name="target">The labels of the same samples that σ will be chosen for.</param>
    public KernelAlignmentBandwidth(Symbols target) => Target = Throw.UnlessGiven(target, nameof(target));

    /// <summary>Gets the labels that the Gram matrix is aligned with.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Symbols Target { get; init => field = Throw.UnlessGiven(value, "target"); }

    /// <summary>Gets the number of candidates. <value>The default is 300.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 2 to 1,000,000.</exception>
    public int Candidates { get; init => field = Throw.UnlessBetween(value, 2, 1_000_000, "candidates"); } = 300;

    /// <summary>
    /// Gets the σ of the measurement before, or null at the first. <value>The default is null: no smoothing.</value>
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double? Previous { get; init => field = value is { } previous ? Throw.UnlessPositiveFinite(previous, "previous") : null; }

    /// <summary>Gets the weight of <see cref="Previous"/>, from 0 to 1. <value>The default is 0.9.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double Smoothing
    {
        get;
        init
        {
            if (value is not (>= 0 and <= 1))
                Throw.OutOfRange("smoothing", value, "a weight from 0 to 1");
            field = value;
        }
    } = 0.9;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The samples are not as many as the labels.</exception>
    public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        if (samples.Count != Target.Count)
            Throw.Invalid(nameof(samples), $"samples has {samples.Count} samples and the target of the bandwidth rule has {Target.Count}; they must be observations of the same events.");

        EstimationOptions how = (options ?? EstimationOptions.Default) with { Progress = null };
        double best = MostAligned(samples, how);
        return Previous is { } previous && best > 0 ? Smoothing * previous + (1 - Smoothing) * best : best;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"label-aligned σ ({Candidates} candidates)");

    private double MostAligned<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double mean = PairDistances.MeanWithDiagonal(samples, options);
        if (mean == 0)
            return 0;
        if (double.IsInfinity(GreatestWidthOverMean * mean))
            return double.PositiveInfinity;

        double step = (GreatestWidthOverMean * mean - LeastWidth) / (Candidates - 1);
        double bestAlignment = double.NegativeInfinity;
        double bestWidth = LeastWidth;
        Similarity labels = Similarity.Delta(Target);
        double[] sums = new double[samples.Count];
        for (int i = 0; i < Candidates; i++)
        {
            double width = LeastWidth + i * step;
            if (width <= 0)
                break;
            Similarity candidate = Similarity.Gaussian(samples, width / Math.Sqrt(2));
            // tr(K_T·K_Y) is the sum of K_T over pairs of one label; ‖K_Y‖ is the same for all candidates.
            options.Backend.RowSums(Similarity.Join(candidate, labels), sums, options);
            double alignment = OrderedSum.Of(sums) / Math.Sqrt(options.Backend.SquaredNorm(candidate, options));
            if (alignment > bestAlignment)
                (bestAlignment, bestWidth) = (alignment, width);
        }

        return bestWidth / Math.Sqrt(2);
    }
}
