using MutualInfo.Gaussian;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Gaussian;

/// <summary>Estimators and data that the tests of the Gaussian family share.</summary>
internal static class GaussianData
{
    /// <summary>Every estimator of the family under every correction.</summary>
    public static IMutualInformationEstimator[] All { get; } =
    [
        Estimators.Gaussian(),
        Estimators.Gaussian() with { Correction = GaussianCorrection.None },
        Estimators.GaussianCopula(),
        Estimators.GaussianCopula() with { Correction = GaussianCorrection.None },
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, All.Length)];

    /// <summary>
    /// Numbers of every kind with numbers of every kind, where there are enough samples and no column is a function of others: of normal,
    /// rounded, heavy-tailed and far-off columns.
    /// </summary>
    public static IEnumerable<Observations> Regular(int seed) => DataSets.LayersAndLayers(seed).Select(data => data.Shortened(300)).Where(IsRegular)
        .Append(DataSets.Related(seed, 40, 3)).Append(DataSets.Related(seed, 33, 8)).Append(Equal(seed));

    /// <summary>Columns of a Hadamard matrix of 64 rows without the constant one: exactly centred, exactly orthogonal, of exactly one norm.</summary>
    public static double[] Hadamard(int column) =>
        [.. Enumerable.Range(0, 64).Select(row => int.PopCount(row & column) % 2 == 0 ? 1.0 : -1.0)];

    public static Samples<double> FromColumns(params double[][] columns)
    {
        double[] values = [.. Enumerable.Range(0, columns[0].Length).SelectMany(row => columns.Select(column => column[row]))];
        return Samples.FromRows<double>(values, columns.Length);
    }

    public static double[][] Rows(Variable variable) => [.. Enumerable.Range(0, variable.Count).Select(row => variable.Samples[row].ToArray())];

    // As many dimensions in x as in y, so that neither comes first by its size.
    private static Observations Equal(int seed)
    {
        Observations related = DataSets.Related(seed, 50, 4);
        return new Observations("related, as wide", seed, related.X.Columns([0, 1]), related.X.Columns([2, 3]).Map(value => value + 0.25));
    }

    private static bool IsRegular(Observations data) =>
        data.Count > 3 * (data.X.Dimension + data.Y.Dimension) && !data.Name.Contains("constant", StringComparison.Ordinal)
        && !data.Name.Contains("rounded", StringComparison.Ordinal) && !data.Name.Contains("powers", StringComparison.Ordinal);
}
