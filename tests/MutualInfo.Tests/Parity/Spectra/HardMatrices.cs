namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>Symmetric matrices that eigensolvers are known to fail on, of any order, row-major.</summary>
internal static class HardMatrices
{
    public static string[] Names { get; } =
    [
        "random", "positive", "graded", "graded upwards", "clustered", "Hilbert", "Wilkinson", "glued Wilkinson", "Fiedler", "geometric",
        "tiny couplings", "Gram", "Gram, narrow", "Gram, wide", "repeated rows", "huge rows",
    ];

    // Rosser's matrix: a double eigenvalue, three nearly equal, one near 0, one 0.
    public static double[] Rosser { get; } =
    [
        611, 196, -192, 407, -8, -52, -49, 29,
        196, 899, 113, -192, -71, -43, -8, -44,
        -192, 113, 899, 196, 61, 49, 8, 52,
        407, -192, 196, 611, 8, 44, 59, -23,
        -8, -71, 61, 8, 411, -599, 208, 208,
        -52, -43, 49, 44, -599, 411, 208, 208,
        -49, -8, 8, 59, 208, 208, 99, -911,
        29, -44, 52, -23, 208, 208, -911, 99,
    ];

    public static double[] RosserEigenvalues { get; } =
    [
        -10 * Math.Sqrt(10405), 0, 510 - 100 * Math.Sqrt(26), 1000, 1000, 510 + 100 * Math.Sqrt(26), 1020, 10 * Math.Sqrt(10405),
    ];

    /// <summary>One of the named matrices.</summary>
    public static double[] Of(string name, int n, int seed = 0)
    {
        Random random = new(17 * n + seed);
        double[] normals = Seeded.Normal(random, Math.Max(1, n * n));
        double Lower(int i, int j) => normals[Math.Max(i, j) * n + Math.Min(i, j)];
        double Product(int i, int j) => Enumerable.Range(0, n).Sum(k => normals[i * n + k] * normals[j * n + k]) / n;
        double Similarity(int i, int j, double sigma) => Math.Exp(-Math.Pow((normals[i] - normals[j]) / sigma, 2) / 2);
        return name switch
        {
            "random" => Build(n, Lower),
            "positive" => Build(n, Product),
            "graded" => Build(n, (i, j) => Product(i, j) * Grade(i, n) * Grade(j, n)),
            "graded upwards" => Build(n, (i, j) => Product(i, j) * Grade(n - 1 - i, n) * Grade(n - 1 - j, n)),
            // All eigenvalues within about 1e-12 of 1.
            "clustered" => Build(n, (i, j) => (i == j ? 1 : 0) + 1e-12 * Lower(i, j)),
            "Hilbert" => Build(n, (i, j) => 1.0 / (i + j + 1)),
            // Pairs of eigenvalues that agree to nearly all digits.
            "Wilkinson" => Build(n, (i, j) => i == j ? Math.Abs(i - (n - 1) / 2.0) : Math.Abs(i - j) == 1 ? 1 : 0),
            // Copies of order 7, each coupled to the next by 1e-10: clusters of pairs.
            "glued Wilkinson" => Build(n, (i, j) => i == j ? Math.Abs(i % 7 - 3) : Math.Abs(i - j) == 1 ? (Math.Max(i, j) % 7 == 0 ? 1e-10 : 1) : 0),
            "Fiedler" => Build(n, (i, j) => Math.Abs(normals[i] - normals[j])),
            // Diagonal from 1 down to 1e-16 under a random reflection.
            "geometric" => Reflected(n, normals, k => Math.Pow(10, n == 1 ? 0 : -16.0 * k / (n - 1))),
            // Around the threshold at which a coupling is taken for 0.
            "tiny couplings" => Build(n, (i, j) => i == j ? 1 + i % 3 : Math.Abs(i - j) == 1 ? Math.ScaleB(1, -48 - Math.Max(i, j) % 9) : 0),
            "Gram" => Build(n, (i, j) => Similarity(i, j, 1)),
            "Gram, narrow" => Build(n, (i, j) => Similarity(i, j, 0.01)),
            "Gram, wide" => Build(n, (i, j) => Similarity(i, j, 1e4)),
            "repeated rows" => Build(n, (i, j) => Similarity(i / 3, j / 3, 1)),
            "huge rows" => Build(n, (i, j) => Product(i, j) * (i % 5 == 0 ? 1e8 : 1) * (j % 5 == 0 ? 1e8 : 1)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    // From 1 down to 1e-8, so that products of two span sixteen orders of magnitude.
    private static double Grade(int i, int n) => n == 1 ? 1 : Math.Pow(10, -8.0 * i / (n - 1));

    private static double[] Reflected(int n, double[] normals, Func<int, double> eigenvalue)
    {
        double squared = Enumerable.Range(0, n).Sum(k => normals[k] * normals[k]);
        double Reflection(int i, int k) => (i == k ? 1 : 0) - 2 * normals[i] * normals[k] / squared;
        double[] full = Build(n, (i, j) => Enumerable.Range(0, n).Sum(k => Reflection(i, k) * eigenvalue(k) * Reflection(j, k)));
        return Build(n, (i, j) => full[Math.Max(i, j) * n + Math.Min(i, j)]);
    }

    private static double[] Build(int n, Func<int, int, double> entry) =>
        [.. Enumerable.Range(0, n * n).Select(at => entry(at / n, at % n))];
}
