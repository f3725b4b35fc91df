using MutualInfo.Kernels;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>Every estimator that is measured, with the parameters of the independent run that it is compared with.</summary>
internal static class MeasuredEstimators
{
    public static IReadOnlyList<MeasuredEstimator> All { get; } =
    [
        new("KSG", (_, _) => Estimators.Kraskov(10) with { Scaling = FeatureScaling.ZScore })
        {
            Setting = "`Estimators.Kraskov(10)`, z-scored",
            Limit = "In many dimensions the tenth neighbour is far away, and within its distance the density is not as even as the formula takes it for.",
            Independent = 14,
        },
        new("Gaussian", (_, _) => Estimators.Gaussian())
        {
            Setting = "`Estimators.Gaussian()`",
            Limit = "It sees linear dependence only, and a few samples of a heavy tail outweigh all others.",
            Independent = 22,
        },
        new("copula", (_, _) => Estimators.GaussianCopula())
        {
            Setting = "`Estimators.GaussianCopula()`",
            Limit = "It sees monotone dependence of single columns only; that two tails come together is not seen at all.",
            Independent = 21,
        },
        new("equal width", (_, _) => TaskEstimators.EqualWidth)
        {
            Setting = "10 bins of equal width for every column",
            Limit = "10 bins a column are 10ᵈ cells: from 3 + 3 dimensions on most samples have one of their own. The largest samples set the width.",
            Independent = 6,
        },
        new("equal frequency", (_, _) => TaskEstimators.EqualFrequency)
        {
            Setting = "10 bins of equal frequency for every column",
            Limit = "As equal width, and sooner: every bin of a column is as likely as the others, so the samples spread over more cells.",
            Independent = 6,
        },
        new("kernel density", KernelDensity)
        {
            Setting = "kernel density, upper bound, z-scored, σ = n^(−1/(4 + dx + dy))",
            Limit = "Every sample is its own neighbour: where no other is within σ the estimate is ln n. Heavy tails set the scale.",
            Independent = 11,
        },
        new("matrix Rényi", (_, _) => TaskEstimators.MatrixRenyi)
        {
            Setting = "matrix Rényi of order 1.01, z-scored, σ = √d·n^(−1/(4 + d))",
            Limit = "It is another quantity: it moves by a factor of thirty with σ, and no n makes Shannon information of it.",
            Independent = 7,
            Counts = [1000, 2000],
        },
    ];

    /// <summary>Its place in the tables; −1 where it is not measured.</summary>
    public static int IndexOf(string name) => All.TakeWhile(estimator => estimator.Name != name).Count() is int index && index < All.Count ? index : -1;

    public static MeasuredEstimator Named(string name) =>
        All.FirstOrDefault(estimator => estimator.Name == name)
            ?? throw new ArgumentException($"'{name}' is not measured; estimators: {string.Join(", ", All.Select(estimator => estimator.Name))}.", nameof(name));

    // With one σ for x, y and the pair the constants of the three densities cancel: a resubstitution density estimate.
    private static KernelDensityEstimator KernelDensity(BenchmarkTask task, int n)
    {
        (double[] x, double[] y) = task.Base(new RandomSource(0));
        double sigma = Math.Pow(n, -1.0 / (4 + task.MapX(x).Length + task.MapY(y).Length));
        return new KernelDensityEstimator(new FixedBandwidth(sigma)) { Scaling = FeatureScaling.ZScore };
    }
}
