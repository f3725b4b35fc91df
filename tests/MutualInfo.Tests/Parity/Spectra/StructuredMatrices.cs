namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>
/// Matrices whose pattern of zeros, or whose dependent columns, meet the seams of a blocked reduction. Entries are at most 2.
/// </summary>
internal static class StructuredMatrices
{
    public static string[] Names { get; } =
    [
        "banded", "block diagonal", "zero columns", "a column of zeros to a panel", "low rank", "one pair",
        "couplings of 1e-150", "steep rows", "arrow upwards",
    ];

    public static double[] Of(string name, int n)
    {
        double[] normals = Seeded.Normal(new Random(31 * n), Math.Max(1, n * n));
        double Lower(int i, int j) => normals[Math.Max(i, j) * n + Math.Min(i, j)] / 4;
        double Product(int i, int j, int rank) => Enumerable.Range(0, rank).Sum(k => normals[i + k] * normals[j + k]) / 16;
        return name switch
        {
            "banded" => Build(n, (i, j) => Math.Abs(i - j) <= 3 ? Lower(i, j) : 0),
            "block diagonal" => Build(n, (i, j) => i / 9 == j / 9 ? Lower(i, j) : 0),
            // Samples without a neighbour: rows of a Gram matrix of far samples.
            "zero columns" => Build(n, (i, j) => i == j ? 1 : i % 3 == 0 || j % 3 == 0 ? 0 : Lower(i, j)),
            "a column of zeros to a panel" => Build(n, (i, j) => i % 32 == 5 || j % 32 == 5 ? 0 : Lower(i, j)),
            // Every panel after the first steps is rounding: its columns depend on one another.
            "low rank" => Build(n, (i, j) => Product(Math.Max(i, j) % 5, Math.Min(i, j) % 5, Math.Min(2, n))),
            "one pair" => Build(n, (i, j) => Math.Max(i, j) == n - 1 && Math.Min(i, j) == 0 ? 1 : 0),
            // Their squares are denormal, or nothing.
            "couplings of 1e-150" => Build(n, (i, j) => i == j ? 1 + i % 2 : 1e-150 * Lower(i, j)),
            "steep rows" => Build(n, (i, j) => Lower(i, j) * Math.Pow(10, -(Math.Max(i, j) % 17))),
            "arrow upwards" => Build(n, (i, j) => Math.Max(i, j) == n - 1 ? Lower(i, j) : i == j ? 1 : 0),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }

    private static double[] Build(int n, Func<int, int, double> entry) =>
        [.. Enumerable.Range(0, n * n).Select(at => entry(at / n, at % n))];
}
