using MathNet.Numerics;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Φ(x), by the complementary error function, which keeps the lower tail.</summary>
    public static double Cdf(double x) => 0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    /// <summary>The inverse of Φ.</summary>
    public static double Quantile(double u) => -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * u);
}
