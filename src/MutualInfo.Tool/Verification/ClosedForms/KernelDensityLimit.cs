namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>
/// What kernel density of bandwidth σ gives for a Gaussian variable as n grows. Along each principal axis of variance λ the mean
/// similarity of a sample is a Gaussian of variance λ + σ², so H = Σ ½ ln((λ + σ²)/σ²) + λ/2(λ + σ²).
/// </summary>
/// <remarks>
/// <para>
/// With n samples the mean similarity k̄ of a sample holds its own term, (1 − k̄)/n, and has a variance of at most k̄/n. Each moves
/// −ln k̄ by at most 1/(n·k̄), in opposite directions, and the mean of 1/k̄ is Π (λ + σ²)/σ².
/// </para>
/// <para>
/// A sample x has a part in the estimate twice: by its own −ln k̄(x), and by the mean of k(x′, x)/k̄(x′), which it adds to all others.
/// With z a standard normal number for each axis the first is Σ s·z²/2, s = λ/(λ + σ²), and the second Π √(1 + a)·exp(−a·z²/2),
/// a = λσ²/(λ² + λσ² + σ⁴). The variance is that of the first less the second.
/// </para>
/// </remarks>
internal readonly record struct KernelDensityLimit(double Nats, double Variance, double MeanInverse)
{
    /// <summary>The entropy of a Gaussian variable with the given variances along its principal axes.</summary>
    public static KernelDensityLimit Of(double sigma, params ReadOnlySpan<double> variances)
    {
        double noise = sigma * sigma;
        KernelDensityLimit limit = new(0, 0, 1);
        double meanSquare = 1;
        foreach (double variance in variances)
        {
            double share = variance / (variance + noise);
            double steepness = variance * noise / (variance * variance + variance * noise + noise * noise);
            meanSquare *= (1 + steepness) / Math.Sqrt(1 + 2 * steepness);
            // The mean of z²·√(1 + a)·exp(−a·z²/2) is 1/(1 + a), so the covariance of the two parts is −s·a/2(1 + a).
            limit = new KernelDensityLimit(
                limit.Nats + 0.5 * Math.Log((variance + noise) / noise) + share / 2,
                limit.Variance + share * share / 2 + share * steepness / (1 + steepness),
                limit.MeanInverse * (variance + noise) / noise);
        }

        return limit with { Variance = limit.Variance + meanSquare - 1 };
    }

    /// <summary>The band of the entropy from n samples: bias, and five standard errors.</summary>
    public Band BandFor(int n) =>
        Band.Around(Nats, MeanInverse / n + 5 * Math.Sqrt(Variance / n), "limit of kernel density, bias and 5 standard errors");
}
