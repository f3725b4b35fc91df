namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>
/// What kernel density of bandwidth σ gives for a Gaussian variable as n grows. Along each principal axis of variance λ the mean
/// similarity of a sample is a Gaussian of variance λ + σ², so H = Σ ½ ln((λ + σ²)/σ²) + λ/2(λ + σ²).
/// </summary>
/// <remarks>
/// With n samples the mean similarity k̄ of a sample holds its own term, (1 − k̄)/n, and has a variance of at most k̄/n. Each moves
/// −ln k̄ by at most 1/(n·k̄), in opposite directions, and the mean of 1/k̄ is Π (λ + σ²)/σ².
/// </remarks>
internal readonly record struct KernelDensityLimit(double Nats, double Variance, double MeanInverse)
{
    /// <summary>The entropy of a Gaussian variable with the given variances along its principal axes.</summary>
    public static KernelDensityLimit Of(double sigma, params ReadOnlySpan<double> variances)
    {
        double noise = sigma * sigma;
        KernelDensityLimit limit = new(0, 0, 1);
        foreach (double variance in variances)
        {
            double share = variance / (variance + noise);
            // −ln k̄ is share·z²/2 for a standard normal z: its mean is share/2 and its variance share²/2.
            limit = new KernelDensityLimit(
                limit.Nats + 0.5 * Math.Log((variance + noise) / noise) + share / 2,
                limit.Variance + share * share / 2,
                limit.MeanInverse * (variance + noise) / noise);
        }

        return limit;
    }

    /// <summary>The band of the entropy from n samples: bias, and five standard errors.</summary>
    public Band BandFor(int n) =>
        Band.Around(Nats, MeanInverse / n + 5 * Math.Sqrt(Variance / n), "limit of kernel density, bias and 5 standard errors");
}
