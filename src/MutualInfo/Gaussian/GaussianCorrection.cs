namespace MutualInfo.Gaussian;

/// <summary>Whether the bias that a covariance of few samples has is taken off a Gaussian estimate.</summary>
public enum GaussianCorrection
{
    /// <summary>The closed form of the sample covariance as it is: never below 0, and too high by about <c>dx·dy/2n</c> nats.</summary>
    None,

    /// <summary>
    /// Less the expected error of the logarithm of a sample determinant, which is known exactly: unbiased where the samples are Gaussian,
    /// whatever their correlations. Can be below 0.
    /// </summary>
    Analytic,
}
