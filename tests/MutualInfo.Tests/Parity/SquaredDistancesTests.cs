using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Tiled SIMD distances and Gaussian rows against one pair at a time, at every length around a vector and a tile.</summary>
public class SquaredDistancesTests
{
    private const double Epsilon = 2.220446049250313e-16;

    [Fact]
    public void ToAll_EveryDimensionUpToSeventy_EqualsTheTwin()
    {
        for (int dimension = 1; dimension <= 70; dimension++)
            RequireEqualDistances(count: 67, dimension);
    }

    [Fact]
    public void ToAll_EveryCountUpToThreeTiles_EqualsTheTwin()
    {
        for (int count = 1; count <= 130; count++)
            RequireEqualDistances(count, dimension: 3);
    }

    [Fact]
    public void Sums_EveryDimensionAndCount_EqualTheTwin()
    {
        foreach ((int count, int dimension) in Shapes())
        {
            double[] values = Values(count, dimension);
            double[] sums = new double[count];
            GaussianRows.Sums(new SquaredDistances(values, count, dimension), -0.5, sums, EstimationOptions.Default);

            double[,] gram = Pairs.Gram(values, dimension, 1);
            for (int i = 0; i < count; i++)
            {
                double expected = Enumerable.Range(0, count).Sum(j => gram[i, j]);
                // Each exponent of size D carries (d + 2)·ε·D of absolute error, at most (d + 2)·ε where e^(−D/2)·D peaks; adding rounds n times.
                if (!(Math.Abs(sums[i] - expected) <= (dimension + count + 8) * Epsilon * expected))
                    Assert.Fail($"n = {count}, d = {dimension}, row {i}: {sums[i]:R}, expected {expected:R}");
            }
        }
    }

    [Fact]
    public void Sums_DoubledExponent_AreSumsOfSquares()
    {
        double[] values = Values(90, 4);
        double[] sums = new double[90];
        GaussianRows.Sums(new SquaredDistances(values, 90, 4), -1, sums, EstimationOptions.Default);

        double[,] gram = Pairs.Gram(values, 4, 1);
        for (int i = 0; i < 90; i++)
            Assert.Equal(Enumerable.Range(0, 90).Sum(j => gram[i, j] * gram[i, j]), sums[i], 200 * Epsilon * sums[i]);
    }

    [Fact]
    public void Matrix_EveryDimensionAndCount_EqualsTheTwinAndIsSymmetricToTheBit()
    {
        foreach ((int count, int dimension) in Shapes())
        {
            double[] values = Values(count, dimension);
            double[] matrix = new double[count * count];
            GaussianRows.Matrix(new SquaredDistances(values, count, dimension), matrix, EstimationOptions.Default);

            double[,] gram = Pairs.Gram(values, dimension, 1);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(1.0, matrix[i * count + i]);
                for (int j = 0; j < i; j++)
                {
                    // The exponent's relative error of (d + 2)·ε, times D·e^(−D/2)/2 < 1, and the exponential's own two ulps.
                    bool isNear = Math.Abs(gram[i, j] - matrix[i * count + j]) <= (dimension + 6) * Epsilon;
                    if (!isNear || matrix[i * count + j] != matrix[j * count + i])
                        Assert.Fail($"n = {count}, d = {dimension}, [{i}, {j}]: {matrix[i * count + j]:R} and {matrix[j * count + i]:R}, expected {gram[i, j]:R}");
                }
            }
        }
    }

    private static IEnumerable<(int Count, int Dimension)> Shapes()
    {
        for (int dimension = 1; dimension <= 70; dimension += 3)
            yield return (33, dimension);
        for (int count = 1; count <= 130; count += 1)
            yield return (count, 2);
    }

    private static void RequireEqualDistances(int count, int dimension)
    {
        double[] values = Values(count, dimension);
        SquaredDistances distances = new(values, count, dimension);
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++)
        {
            rows[i] = new double[distances.PaddedCount];
            distances.ToAll(i, rows[i]);
        }

        for (int i = 0; i < count; i++)
        {
            Assert.Equal(0.0, rows[i][i]);
            for (int j = 0; j < i; j++)
            {
                double expected = Pairs.SquaredDistance(values, dimension, i, j);
                // d squares are added in the same order; a fused multiply-add rounds once where the twin rounds twice.
                bool isNear = Math.Abs(rows[i][j] - expected) <= (dimension + 1) * Epsilon * expected;
                if (!isNear || rows[i][j] != rows[j][i])
                    Assert.Fail($"n = {count}, d = {dimension}, [{i}, {j}]: {rows[i][j]:R} and {rows[j][i]:R}, expected {expected:R}");
            }
        }
    }

    private static double[] Values(int count, int dimension) => Seeded.Normal(new Random(100 * count + dimension), count * dimension);
}
