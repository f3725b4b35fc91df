using MutualInfo.Tool.Verification.ClosedForms;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>One-to-one maps of a vector. Information does not change under them; every estimator does.</summary>
internal static class Maps
{
    /// <summary>Φ in every coordinate.</summary>
    public static double[] NormalCdf(double[] x) => Array.ConvertAll(x, Normal.Cdf);

    /// <summary>x·√|x| in every coordinate: longer tails.</summary>
    public static double[] HalfCube(double[] x) => Array.ConvertAll(x, value => value * Math.Sqrt(Math.Abs(value)));

    /// <summary>The inverse hyperbolic sine in every coordinate: shorter tails.</summary>
    public static double[] Asinh(double[] x) => Array.ConvertAll(x, Math.Asinh);

    // The amplitudes times the frequencies add up to 0.839 and 0.467, below 1: both increase.
    public static double[] WigglyX(double[] x) => Array.ConvertAll(
        x, value => value + 0.4 * Math.Sin(value) + 0.2 * Math.Sin(1.7 * value + 1) + 0.03 * Math.Sin(3.3 * value - 2.5));

    public static double[] WigglyY(double[] y) => Array.ConvertAll(
        y, value => value - 0.4 * Math.Sin(0.4 * value) + 0.17 * Math.Sin(1.3 * value + 3.5) + 0.02 * Math.Sin(4.3 * value - 2.5));

    /// <summary>From normal to 0.3·N(0, 1) + 0.7·N(5, 1).</summary>
    public static double[] BimodalX(double[] x) => Array.ConvertAll(x, value => MixtureQuantile(Normal.Cdf(value), 0.3, 0, 5));

    /// <summary>From normal to 0.5·N(−1, 1) + 0.5·N(3, 1).</summary>
    public static double[] BimodalY(double[] y) => Array.ConvertAll(y, value => MixtureQuantile(Normal.Cdf(value), 0.5, -1, 3));

    /// <summary>Rolls a number in [0, 1] up into two: (t cos t, t sin t)/21 with t = 1.5π(1 + 2u).</summary>
    public static double[] SwissRoll(double[] x)
    {
        double t = 1.5 * Math.PI * (1 + 2 * x[0]);
        return [t * Math.Cos(t) / 21, t * Math.Sin(t) / 21];
    }

    /// <summary>Turns a vector in the plane of two coordinates by ‖x‖²/d: the norm stays, so the turn can be undone.</summary>
    public static Func<double[], double[]> Spiral(int first, int second) => x =>
    {
        double angle = x.Sum(value => value * value) / x.Length;
        (double sine, double cosine) = Math.SinCos(angle);
        double[] turned = [.. x];
        turned[first] = cosine * x[first] - sine * x[second];
        turned[second] = sine * x[first] + cosine * x[second];
        return turned;
    };

    public static Func<double[], double[]> Then(this Func<double[], double[]> inner, Func<double[], double[]> outer) => x => outer(inner(x));

    private static double MixtureQuantile(double u, double weight, double first, double second)
    {
        double low = -20;
        double high = 20;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            double below = weight * Normal.Cdf(middle - first) + (1 - weight) * Normal.Cdf(middle - second);
            (low, high) = below < u ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
