using MathNet.Numerics.Distributions;
using static System.FormattableString;

namespace MutualInfo.Tool.Verification.ClosedForms;

/// <summary>The continuous pairs with a closed form.</summary>
internal static class PairModels
{
    /// <summary>Gets those whose density has no jump along the diagonal: it hardly matters where exactly a quantile lies.</summary>
    public static IReadOnlyList<PairModel> Smooth { get; } =
    [
        .. ((double[])[0.1, 0.3, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99]).Select(Gaussian),
        .. ((double[])[0.5, 1, 2, 3, 10]).Select(GammaExponential),
        .. ((double[])[0.1, 0.3, 0.5, 1, 2]).Select(Weinman),
        Student(1, static u => Math.Tan(Math.PI * (u - 0.5))),
        Student(2, static u => (2 * u - 1) / Math.Sqrt(2 * u * (1 - u))),
        Disc(),
    ];

    /// <summary>Gets those of uniform X in (0, 1), whose density has such jumps: their bins need fixed edges.</summary>
    public static IReadOnlyList<PairModel> Uniform { get; } =
    [
        .. ((double[])[0.1, 0.75]).Select(AdditiveUniform),
        .. ((double[])[0.5, 0.1, 0.01]).Select(Circular),
    ];

    public static PairModel Gaussian(double rho)
    {
        double spread = Math.Sqrt(1 - rho * rho);
        return new PairModel(
            Invariant($"bivariate Gaussian ρ={rho}"),
            Truths.Gaussian(rho),
            Normal.Quantile,
            (y, x) => Normal.Cdf((y - rho * x) / spread),
            (x, random) => rho * x + spread * random.Normal());
    }

    private static PairModel AdditiveUniform(double epsilon) => new(
        Invariant($"additive uniform ε={epsilon}"),
        Truths.AdditiveUniform(epsilon),
        u => u,
        (y, x) => Math.Clamp((y - x + epsilon) / (2 * epsilon), 0, 1),
        (x, random) => x + random.Uniform(-epsilon, epsilon));

    // Y beyond 1 comes back at 0: what lies in [0, y] is what lies in [x, y] and, one turn later, in [1, y + 1].
    private static PairModel Circular(double width)
    {
        return new PairModel(
            Invariant($"(X + U(0, w)) mod 1, w={width}"),
            Truths.Circular(width),
            u => u,
            (y, x) => y <= 0 ? 0 : y >= 1 ? 1 : Share(y - x) + Share(y + 1 - x) - Share(1 - x),
            (x, random) => (x + random.Uniform(0, width)) % 1);

        double Share(double distance) => Math.Clamp(distance / width, 0, 1);
    }

    private static PairModel GammaExponential(double theta) => new(
        Invariant($"gamma-exponential θ={theta}"),
        Truths.GammaExponential(theta),
        u => Gamma.InvCDF(theta, 1, u),
        (y, x) => y <= 0 ? 0 : 1 - Math.Exp(-x * y),
        (x, random) => random.Exponential() / x);

    private static PairModel Weinman(double theta) => new(
        Invariant($"ordered Weinman exponential θ={theta}"),
        Truths.Weinman(theta),
        u => -0.5 * Math.Log(1 - u),
        (y, x) => y <= x ? 0 : 1 - Math.Exp((x - y) / theta),
        (x, random) => x + theta * random.Exponential());

    // Given x, Y is a Student-t with one more degree of freedom, wider the further out x lies.
    private static PairModel Student(int degrees, Func<double, double> quantile) => new(
        Invariant($"Student-t ν={degrees}, 1 + 1 dimensions"),
        Truths.Student(1, 1, degrees),
        quantile,
        (y, x) => StudentT.CDF(0, Math.Sqrt((degrees + x * x) / (degrees + 1)), degrees + 1, y),
        (x, random) => Math.Sqrt((degrees + x * x) / random.ChiSquared(degrees + 1)) * random.Normal());

    // The x of a uniform point of the disc has the density of a semicircle: 2·Beta(3/2, 3/2) − 1.
    private static PairModel Disc() => new(
        "uniform on the disc",
        Truths.Disc(),
        u => 2 * Beta.InvCDF(1.5, 1.5, u) - 1,
        (y, x) => Math.Clamp(0.5 + 0.5 * y / Math.Sqrt(1 - x * x), 0, 1),
        (x, random) => random.Uniform(-1, 1) * Math.Sqrt(1 - x * x));
}
