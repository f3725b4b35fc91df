using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>Mutual information by formula, in nats. Where no elementary form exists, by Gauss–Legendre quadrature to 1e-10 or better.</summary>
internal static class Truths
{
    private const double EulerGamma = 0.57721566490153286061;

    /// <summary>Bivariate Gaussian of correlation ρ.</summary>
    public static double Gaussian(double rho) => -0.5 * Math.Log(1 - rho * rho);

    /// <summary>One dimension of X + ε, both Gaussian: a channel with white noise, or a noisy layer.</summary>
    public static double GaussianNoise(double signalToNoise) => 0.5 * Math.Log(1 + signalToNoise);

    /// <summary>X ~ U(0, 1), Y = X + U(−ε, ε).</summary>
    public static double AdditiveUniform(double epsilon) => epsilon <= 0.5 ? epsilon - Math.Log(2 * epsilon) : 1 / (4 * epsilon);

    /// <summary>(X, Y) uniform on the unit disc.</summary>
    public static double Disc() => Math.Log(Math.PI) - 1;

    /// <summary>X ~ U(0, 1), Y = X + U(0, w) modulo 1.</summary>
    public static double Circular(double width) => -Math.Log(width);

    /// <summary>X uniform on m whole numbers, Y = X + U(0, 2). Source: Gao et al. (2017).</summary>
    public static double GaoMixture(int m) => Math.Log(m) - (m - 1.0) / m * Math.Log(2);

    /// <summary>X ~ Gamma(θ), Y exponential of rate X.</summary>
    public static double GammaExponential(double theta) => SpecialFunctions.DiGamma(theta) - Math.Log(theta) + 1 / theta;

    /// <summary>Ordered Weinman exponential: X exponential of rate 2, Y = X + an exponential of mean θ.</summary>
    public static double Weinman(double theta) => theta switch
    {
        0.5 => EulerGamma,
        < 0.5 => Math.Log((1 - 2 * theta) / (2 * theta)) + SpecialFunctions.DiGamma(1 / (1 - 2 * theta)) + EulerGamma,
        _ => Math.Log((2 * theta - 1) / (2 * theta)) + SpecialFunctions.DiGamma(2 * theta / (2 * theta - 1)) + EulerGamma,
    };

    /// <summary>Multivariate Student-t with identity dispersion: uncorrelated, yet dependent through the shared scale.</summary>
    public static double Student(int dimensionX, int dimensionY, int degrees) =>
        StudentEntropy(dimensionX, degrees) + StudentEntropy(dimensionY, degrees) - StudentEntropy(dimensionX + dimensionY, degrees);

    /// <summary>A balanced label ±1 and X = μ·label + N(0, 1): ln 2 less the mean of ln(1 + e^(−2μX)) given label 1.</summary>
    public static double BalancedLabel(double mu) => Math.Log(2) - GaussLegendreRule.Integrate(
        x => Normal.Density(x - mu) * Math.Log(1 + Math.Exp(-2 * mu * x)), mu - 12, mu + 12, 256);

    /// <summary>
    /// X ~ Exp(1), Y = 0 with probability p and else Poisson of mean X. A zero may be either, so the information is not 1 − p times that
    /// at p = 0, as the literature has it.
    /// </summary>
    public static double ZeroInflatedPoisson(double p)
    {
        double information = 0;
        for (int count = 0; count < 100; count++)
        {
            int y = count;
            double marginal = (y == 0 ? p : 0) + (1 - p) * Math.Pow(0.5, y + 1);
            // In t = ∛x: the integrand has terms x ln x, whose steep start at 0 would cost seven of the digits.
            information += GaussLegendreRule.Integrate(
                t =>
                {
                    double x = t * t * t;
                    double likelihood = ZeroInflatedPoissonLikelihood(y, x, p);
                    return likelihood == 0 ? 0 : 3 * t * t * Math.Exp(-x) * likelihood * Math.Log(likelihood / marginal);
                },
                0,
                5.5,
                512);
        }

        return information;
    }

    /// <summary>P(Y = y | X = x) of the zero-inflated Poisson.</summary>
    public static double ZeroInflatedPoissonLikelihood(int y, double x, double p) =>
        (y == 0 ? p : 0) + (1 - p) * Math.Exp(y * Math.Log(x) - x - SpecialFunctions.FactorialLn(y));

    private static double StudentEntropy(int k, int degrees)
    {
        double half = degrees / 2.0;
        double sum = (degrees + k) / 2.0;
        return -SpecialFunctions.GammaLn(sum) + SpecialFunctions.GammaLn(half) + k / 2.0 * Math.Log(degrees * Math.PI)
            + sum * (SpecialFunctions.DiGamma(sum) - SpecialFunctions.DiGamma(half));
    }
}
