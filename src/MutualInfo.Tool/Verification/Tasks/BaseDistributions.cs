using MutualInfo.Tool.Verification.ClosedForms;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>The distributions that the tasks begin with, each with its information in nats.</summary>
internal static class BaseDistributions
{
    /// <summary>A pair of normal numbers of correlation ρ.</summary>
    public static BenchmarkTask Normal(int number, string id, double rho) => new(number, id, Truths.Gaussian(rho), random =>
    {
        double x = random.Normal();
        return ([x], [rho * x + Math.Sqrt(1 - rho * rho) * random.Normal()]);
    });

    /// <summary>X ~ U(0, 1), Y = X + U(−ε, ε).</summary>
    public static BenchmarkTask AdditiveUniform(int number, string id, double epsilon) => new(number, id, Truths.AdditiveUniform(epsilon), random =>
    {
        double x = random.Uniform();
        return ([x], [x + random.Uniform(-epsilon, epsilon)]);
    });

    /// <summary>2d normal numbers, any two of correlation ½: a shared part and one of its own, of equal variance.</summary>
    public static BenchmarkTask Dense(int number, int d) => new(
        number, FormattableString.Invariant($"multinormal-dense-{d}-{d}-0.5"), DenseTruth(d), random =>
        {
            double shared = random.Normal();
            return (Row(d, _ => (shared + random.Normal()) / Math.Sqrt(2)), Row(d, _ => (shared + random.Normal()) / Math.Sqrt(2)));
        });

    /// <summary>d + d normal numbers, of which only two pairs are correlated, by 0.8.</summary>
    public static BenchmarkTask Sparse(int number, int d, string prefix = "") => new(
        number, FormattableString.Invariant($"{prefix}multinormal-sparse-{d}-{d}-2-2.0"), 2 * Truths.Gaussian(0.8), random =>
        {
            double[] x = Row(d, _ => random.Normal());
            return (x, Row(d, i => i < 2 ? 0.8 * x[i] + 0.6 * random.Normal() : random.Normal()));
        });

    /// <summary>A Student-t vector of identity dispersion, cut in two: the halves share nothing but their scale.</summary>
    public static BenchmarkTask Student(int number, int d, int degrees, string prefix = "") => new(
        number, FormattableString.Invariant($"{prefix}student-identity-{d}-{d}-{degrees}"), Truths.Student(d, d, degrees), random =>
        {
            double scale = Math.Sqrt(degrees / random.ChiSquared(degrees));
            return (Row(d, _ => scale * random.Normal()), Row(d, _ => scale * random.Normal()));
        });

    // The sums of both halves are their only canonical pair; c is the correlation of the sums.
    private static double DenseTruth(int d)
    {
        double c = d / 2.0 / (1 + (d - 1) / 2.0);
        return Truths.Gaussian(c);
    }

    private static double[] Row(int d, Func<int, double> value)
    {
        double[] row = new double[d];
        for (int i = 0; i < d; i++)
            row[i] = value(i);
        return row;
    }
}
