using MathNet.Numerics;
using MutualInfo.Tool.Verification.ClosedForms;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>Formulas in code against printed values of other origin, to the printed digits: half a unit of the last one.</summary>
public class TruthsTests
{
    private const double SevenDigits = 0.5e-7 * 1.001;

    [Theory]
    [InlineData(0.1, 0.0050252)]
    [InlineData(0.3, 0.0471553)]
    [InlineData(0.5, 0.1438410)]
    [InlineData(0.6, 0.2231436)]
    [InlineData(0.75, 0.4133393)]
    [InlineData(0.9, 0.8303656)]
    [InlineData(0.95, 1.1639515)]
    [InlineData(0.99, 1.9585178)]
    public void Gaussian_Correlation_IsPrintedValue(double rho, double printed) => Assert.Equal(printed, Truths.Gaussian(rho), SevenDigits);

    [Theory]
    [InlineData(0.1, 0.0476551)]
    [InlineData(1, 0.3465736)]
    [InlineData(10, 1.1989476)]
    [InlineData(100, 2.3075603)]
    public void GaussianNoise_Ratio_IsPrintedValue(double ratio, double printed) => Assert.Equal(printed, Truths.GaussianNoise(ratio), SevenDigits);

    [Theory]
    [InlineData(0.1, 1.7094379)]
    [InlineData(0.75, 0.3333333)]
    public void AdditiveUniform_Epsilon_IsPrintedValue(double epsilon, double printed) =>
        Assert.Equal(printed, Truths.AdditiveUniform(epsilon), SevenDigits);

    [Theory]
    [InlineData(0.5, 0.6931472)]
    [InlineData(0.1, 2.3025851)]
    [InlineData(0.01, 4.6051702)]
    public void Circular_Width_IsPrintedValue(double width, double printed) => Assert.Equal(printed, Truths.Circular(width), SevenDigits);

    [Theory]
    [InlineData(2, 0.3465736)]
    [InlineData(5, 1.0549202)]
    [InlineData(10, 1.6787526)]
    public void GaoMixture_Letters_IsPrintedValue(int m, double printed) => Assert.Equal(printed, Truths.GaoMixture(m), SevenDigits);

    [Theory]
    [InlineData(0.5, 0.7296372)]
    [InlineData(1, 0.4227843)]
    [InlineData(2, 0.2296372)]
    [InlineData(3, 0.1575054)]
    [InlineData(10, 0.0491675)]
    public void GammaExponential_Theta_IsPrintedValue(double theta, double printed) =>
        Assert.Equal(printed, Truths.GammaExponential(theta), SevenDigits);

    [Theory]
    [InlineData(0.1, 1.7360565)]
    [InlineData(0.3, 0.8749072)]
    [InlineData(0.5, 0.5772157)]
    [InlineData(1, 0.3068528)]
    [InlineData(2, 0.1574998)]
    public void Weinman_Theta_IsPrintedValue(double theta, double printed) => Assert.Equal(printed, Truths.Weinman(theta), SevenDigits);

    [Theory]
    [InlineData(0.5, 0.1114215)]
    [InlineData(1, 0.3368308)]
    [InlineData(2, 0.6327202)]
    [InlineData(3, 0.6892979)]
    public void BalancedLabel_Mu_IsPrintedValue(double mu, double printed) => Assert.Equal(printed, Truths.BalancedLabel(mu), SevenDigits);

    [Theory]
    [InlineData(0, 0.3012448)]
    [InlineData(0.05, 0.2741668)]
    [InlineData(0.15, 0.2297760)]
    [InlineData(0.3, 0.1756770)]
    [InlineData(0.5, 0.1163839)]
    public void ZeroInflatedPoisson_DropOut_IsCorrectedValue(double p, double printed) =>
        Assert.Equal(printed, Truths.ZeroInflatedPoisson(p), SevenDigits);

    [Theory]
    [InlineData(1, 1, 0.2241714)]
    [InlineData(2, 2, 0.1931472)]
    [InlineData(3, 3, 0.1787119)]
    public void Student_EqualDimensions_IsPrintedValue(int d, int degrees, double printed) =>
        Assert.Equal(printed, Truths.Student(d, d, degrees), SevenDigits);

    [Fact]
    public void Disc_IsPrintedValue() => Assert.Equal(0.1447298858, Truths.Disc(), 0.5e-10 * 1.001);

    // ψ(1) = −γ, ψ(½) = −γ − 2 ln 2, and ψ(x + 1) = ψ(x) + 1/x: identities that share no series with the library's.
    [Fact]
    public void DiGamma_OfTheNumericsLibrary_IsAccurate()
    {
        const double EulerGamma = 0.57721566490153286061;
        Assert.Equal(-EulerGamma, SpecialFunctions.DiGamma(1), 1e-12);
        Assert.Equal(-EulerGamma - 2 * Math.Log(2), SpecialFunctions.DiGamma(0.5), 1e-12);
        for (double x = 0.1; x < 30; x += 0.37)
            Assert.Equal(SpecialFunctions.DiGamma(x) + 1 / x, SpecialFunctions.DiGamma(x + 1), 1e-12);
    }

    [Fact]
    public void NormalQuantile_OfCdf_IsIdentity()
    {
        for (double x = -6; x <= 6; x += 0.25)
            Assert.Equal(Normal.Cdf(x), Normal.Cdf(Normal.Quantile(Normal.Cdf(x))), 1e-14);
        Assert.Equal(0.024997895148220435, Normal.Cdf(-1.96), 1e-15);
    }
}
