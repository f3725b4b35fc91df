namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>Symmetric matrices of every order whose eigenvalues have a closed form.</summary>
internal static class ClosedFormMatrices
{
    public static string[] Names { get; } =
        ["zero", "identity", "ones", "rank one", "diagonal", "second difference", "minimum", "circulant", "arrow", "clusters", "Kac"];

    /// <summary>A matrix, row-major, and its eigenvalues, ascending.</summary>
    public static (double[] Matrix, double[] Eigenvalues) Of(string name, int n) => name switch
    {
        "zero" => (Build(n, (_, _) => 0), new double[n]),
        "identity" => (Build(n, (i, j) => i == j ? 1 : 0), [.. Enumerable.Repeat(1.0, n)]),
        "ones" => (Build(n, (_, _) => 1), n == 0 ? [] : [.. Enumerable.Repeat(0.0, n - 1), n]),
        // vvᵀ with v = 1 … n.
        "rank one" => (Build(n, (i, j) => (i + 1.0) * (j + 1)), n == 0 ? [] : [.. Enumerable.Repeat(0.0, n - 1), n * (n + 1.0) * (2 * n + 1) / 6]),
        "diagonal" => (Build(n, (i, j) => i == j ? i % 7 - 3 : 0), [.. Enumerable.Range(0, n).Select(i => (double)(i % 7 - 3)).Order()]),
        "second difference" => (
            Build(n, (i, j) => i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0),
            [.. Enumerable.Range(1, n).Select(k => 2 - 2 * double.CosPi(k / (n + 1.0)))]),
        "minimum" => (
            Build(n, (i, j) => Math.Min(i, j) + 1),
            [.. Enumerable.Range(1, n).Select(k => 0.25 / Math.Pow(Math.Sin((2 * k - 1) * Math.PI / (4 * n + 2)), 2)).Order()]),
        // Entry 1/(1 + |i − j|) around a circle: the sum of its cosines.
        "circulant" => (
            Build(n, (i, j) => Circle(n, i - j)),
            [.. Enumerable.Range(0, n).Select(k => Enumerable.Range(0, n).Sum(m => Circle(n, m) * Math.Cos(2 * Math.PI * ((long)k * m % n) / n))).Order()]),
        // A border of ones around zeros: ±√(n − 1), and zeros.
        "arrow" => (
            Build(n, (i, j) => (i == 0) != (j == 0) ? 1 : 0),
            n == 0 ? [] : n == 1 ? [0] : [-Math.Sqrt(n - 1), .. new double[n - 2], Math.Sqrt(n - 1)]),
        // I − 2·11ᵀ/n reflects: 1 but once −1. Scaled and shifted by 1e-12, all eigenvalues lie within 2e-12.
        "clusters" => (
            Build(n, (i, j) => (i == j ? 1 + 1e-12 : 0) - 2e-12 / n),
            n == 0 ? [] : [1 - 1e-12, .. Enumerable.Repeat(1 + 1e-12, n - 1)]),
        // Kac's, made symmetric: couplings √(k(n − k)), eigenvalues −(n − 1), −(n − 3) … n − 1.
        "Kac" => (
            Build(n, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j) * (double)(n - Math.Max(i, j))) : 0),
            [.. Enumerable.Range(0, n).Select(k => 2.0 * k - (n - 1))]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static double Circle(int n, int offset)
    {
        int distance = Math.Abs(offset) % n;
        return 1.0 / (1 + Math.Min(distance, n - distance));
    }

    private static double[] Build(int n, Func<int, int, double> entry) =>
        [.. Enumerable.Range(0, n * n).Select(at => entry(at / n, at % n))];
}
