using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Gram matrices, row sums and norms against one pair at a time: every n around tiles and blocks, every d around slabs, every width.</summary>
public class GaussianPairsTests
{
    private const double Epsilon = 2.220446049250313e-16;

    // What ExponentError accepts of an exponent, and so of a similarity relative to itself.
    private const double Accepted = 2048 * Epsilon / 2;

    public static TheoryData<VectorPath> Paths() => [.. Enum.GetValues<VectorPath>()];

    /// <summary>Differences, products, and products with close tiles computed again: σ is what decides, and d.</summary>
    public static TheoryData<VectorPath, double> PathsAndBandwidths()
    {
        TheoryData<VectorPath, double> data = [];
        foreach (VectorPath path in Enum.GetValues<VectorPath>())
        {
            foreach (double sigmaOverRootD in (double[])[1e-3, 0.05, 0.5])
                data.Add(path, sigmaOverRootD);
        }

        return data;
    }

    [Theory, MemberData(nameof(Paths))]
    public void Matrix_EveryCount_EqualsTheTwin(VectorPath path)
    {
        // Vectors that the machine lacks run in software, some fifty times slower.
        foreach (int count in VectorPaths.IsSupported(path) ? Enumerable.Range(1, 257) : [1, 2, 31, 33, 129])
            RequireMatrix(path, Values(count, 5), count, 5, sigma: 1.2);
    }

    [Theory, MemberData(nameof(PathsAndBandwidths))]
    public void Matrix_EveryDimension_EqualsTheTwin(VectorPath path, double sigmaOverRootD)
    {
        foreach (int dimension in VectorPaths.IsSupported(path) ? [.. Enumerable.Range(1, 70), 127, 128, 129, 300] : (int[])[1, 7, 65, 129])
            RequireMatrix(path, Values(37, dimension), 37, dimension, sigmaOverRootD * Math.Sqrt(dimension));
    }

    [Theory, MemberData(nameof(PathsAndBandwidths))]
    public void RowSumsAndSquaredNorm_ManyShapes_EqualTheTwin(VectorPath path, double sigmaOverRootD)
    {
        foreach ((int count, int dimension) in (ReadOnlySpan<(int, int)>)[(1, 3), (2, 1), (33, 5), (129, 70), (140, 2)])
        {
            double[] values = Values(count, dimension);
            double sigma = sigmaOverRootD * Math.Sqrt(dimension);
            PairLoops<double> loops = PairLoops.Double(path);
            using PackedSamples<double> packed = Pack(values, dimension, sigma, loops);
            double[] sums = new double[count];
            GaussianPairs.RowSums(packed.Panels, sums, loops, EstimationOptions.Default);
            double norm = GaussianPairs.SquaredNorm(packed.Panels, loops, EstimationOptions.Default);

            double[,] gram = Pairs.Gram(values, dimension, sigma);
            double squares = 0;
            for (int i = 0; i < count; i++)
            {
                double expected = Enumerable.Range(0, count).Sum(j => gram[i, j]);
                squares += Enumerable.Range(0, count).Sum(j => gram[i, j] * gram[i, j]);
                // The exponents' error, that of the twin's, and n roundings of the sum.
                if (!(Math.Abs(sums[i] - expected) <= (Accepted + (dimension + count + 8) * Epsilon) * expected))
                    Assert.Fail($"{path}, n = {count}, d = {dimension}, σ = {sigma}, row {i}: {sums[i]:R}, expected {expected:R}");
            }

            Assert.Equal(squares, norm, 2 * (Accepted + (dimension + count + 8) * Epsilon) * squares);
        }
    }

    [Fact]
    public void ForSimilarity_NearAndFarSamples_ChoosesTheEvaluation()
    {
        foreach ((double sigmaOverRootD, PairEvaluation expected) in (ReadOnlySpan<(double, PairEvaluation)>)
            [(0.5, PairEvaluation.Expanded), (0.05, PairEvaluation.Refined), (1e-3, PairEvaluation.Direct)])
        {
            using PackedSamples<double> packed = Pack(Values(37, 30), 30, sigmaOverRootD * Math.Sqrt(30), PairLoops.Double(VectorPath.Scalar));
            Assert.Equal(expected, packed.Panels.Evaluation);
        }

        // Of two features differences are as cheap, and overflowing squares leave no other choice.
        using PackedSamples<double> narrow = Pack(Values(37, 2), 2, 1, PairLoops.Double(VectorPath.Scalar));
        Assert.Equal(PairEvaluation.Direct, narrow.Panels.Evaluation);
        using PackedSamples<double> huge = Pack(Array.ConvertAll(Values(9, 8), x => x * 1e200), 8, 1, PairLoops.Double(VectorPath.Scalar));
        Assert.Equal(PairEvaluation.Direct, huge.Panels.Evaluation);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Matrix_CloseSamplesFarFromTheRest_AreAsExactAsDifferences(VectorPath path)
    {
        // Two clusters 60 σ apart, each 1e-3 σ wide: products alone would be off by 1e-12 within a cluster.
        const int Count = 70;
        const int Dimension = 9;
        double[] values = Values(Count, Dimension);
        for (int i = 0; i < values.Length; i++)
            values[i] = values[i] * 1e-3 + (i / Dimension % 2 == 0 ? 10 : -10);
        PairLoops<double> loops = PairLoops.Double(path);
        using PackedSamples<double> packed = Pack(values, Dimension, 1, loops);
        double[] matrix = new double[Count * Count];
        GaussianPairs.Matrix(packed.Panels, matrix, Count, loops, EstimationOptions.Default);

        double[,] gram = Pairs.Gram(values, Dimension, 1);
        Assert.Equal(PairEvaluation.Refined, packed.Panels.Evaluation);
        for (int i = 0; i < Count; i++)
        {
            // Centring rounds coordinates of 10 by 1e-15, and differences are 1e-3 at most: 1e-17 in the exponent for each feature.
            for (int j = 0; j < Count; j++)
                Assert.Equal(gram[i, j], matrix[i * Count + j], 4 * Epsilon);
        }
    }

    [Theory, MemberData(nameof(PathsAndBandwidths))]
    public void Matrix_RepeatedSamples_HaveSimilarityOneExactly(VectorPath path, double sigmaOverRootD)
    {
        foreach (int dimension in (int[])[1, 6, 70, 130])
        {
            double[] values = Values(60, dimension);
            for (int row = 3; row < 60; row += 3)
                values.AsSpan(0, dimension).CopyTo(values.AsSpan(row * dimension));
            double[] matrix = new double[60 * 60];
            PairLoops<double> loops = PairLoops.Double(path);
            using PackedSamples<double> packed = Pack(values, dimension, sigmaOverRootD * Math.Sqrt(dimension), loops);
            GaussianPairs.Matrix(packed.Panels, matrix, 60, loops, EstimationOptions.Default);
            for (int i = 0; i < 60; i += 3)
            {
                for (int j = 0; j < 60; j += 3)
                    Assert.Equal(1.0, matrix[i * 60 + j]);
            }
        }
    }

    [Fact]
    public void LowerTriangle_WiderRows_LeavesTheRestAlone()
    {
        foreach (VectorPath path in VectorPaths.Supported)
        {
            foreach (int count in (int[])[1, 5, 31, 32, 33, 70, 129])
            {
                int stride = count + 3;
                double[] values = Values(count, 4);
                PairLoops<double> loops = PairLoops.Double(path);
                using PackedSamples<double> packed = Pack(values, 4, 1, loops);
                double[] matrix = new double[count * stride];
                Array.Fill(matrix, 7);
                GaussianPairs.LowerTriangle(packed.Panels, matrix, stride, loops, EstimationOptions.Default);
                double[] whole = new double[count * count];
                GaussianPairs.Matrix(packed.Panels, whole, count, loops, EstimationOptions.Default);
                for (int i = 0; i < count; i++)
                {
                    for (int j = 0; j < stride; j++)
                        Assert.Equal(j <= i ? whole[i * count + j] : 7, matrix[i * stride + j]);
                }
            }
        }
    }

    [Fact]
    public void Matrix_LargerThanTheCaches_IsStoredWhole()
    {
        // 6 MB, in rows that begin anywhere in a cache line.
        const int Count = 761;
        const int Stride = 1021;
        double[] values = Values(Count, 2);
        foreach (VectorPath path in VectorPaths.Supported)
        {
            PairLoops<double> loops = PairLoops.Double(path);
            using PackedSamples<double> packed = Pack(values, 2, 1, loops);
            double[] matrix = new double[Count * Stride];
            Array.Fill(matrix, 7);
            GaussianPairs.Matrix(packed.Panels, matrix.AsSpan(1, (Count - 1) * Stride + Count), Stride, loops, EstimationOptions.Default);
            for (int i = 0; i < Count; i++)
            {
                for (int j = 0; j < (i < Count - 1 ? Stride : Count); j++)
                {
                    double expected = j < Count ? Math.Exp(-0.5 * Pairs.SquaredDistance(values, 2, i, j)) : 7;
                    if (!(Math.Abs(expected - matrix[1 + i * Stride + j]) <= 8 * Epsilon))
                        Assert.Fail($"{path} [{i}, {j}]: {matrix[1 + i * Stride + j]:R}, expected {expected:R}");
                }
            }
        }
    }

    [Theory, MemberData(nameof(PathsAndBandwidths))]
    public void Everything_AnyNumberOfThreads_IsBitwiseEqual(VectorPath path, double sigmaOverRootD)
    {
        int count = VectorPaths.IsSupported(path) ? 700 : 140;
        double[] values = Values(count, 12);
        PairLoops<double> loops = PairLoops.Double(path);
        using PackedSamples<double> packed = Pack(values, 12, sigmaOverRootD * Math.Sqrt(12), loops);
        (double[] Sums, double Norm, double[] Matrix) expected = On(1);
        foreach (int threads in (int[])[2, 3, 7, 16])
        {
            (double[] sums, double norm, double[] matrix) = On(threads);
            Assert.Equal(expected.Sums, sums);
            Assert.Equal(expected.Norm, norm);
            Assert.True(expected.Matrix.AsSpan().SequenceEqual(matrix));
        }

        (double[], double, double[]) On(int threads)
        {
            EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
            double[] sums = new double[count];
            double[] matrix = new double[count * count];
            GaussianPairs.RowSums(packed.Panels, sums, loops, options);
            GaussianPairs.Matrix(packed.Panels, matrix, count, loops, options);
            return (sums, GaussianPairs.SquaredNorm(packed.Panels, loops, options), matrix);
        }
    }

    private static void RequireMatrix(VectorPath path, double[] values, int count, int dimension, double sigma)
    {
        PairLoops<double> loops = PairLoops.Double(path);
        using PackedSamples<double> packed = Pack(values, dimension, sigma, loops);
        double[] matrix = new double[count * count];
        GaussianPairs.Matrix(packed.Panels, matrix, count, loops, EstimationOptions.Default);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double expected = Math.Exp(-Pairs.SquaredDistance(values, dimension, i, j) / (2 * sigma * sigma));
                // The accepted error of the exponent, relative; and the twin's own, (d + 2)·ε·D·e^(−D/2)/2 and two ulps.
                bool isNear = Math.Abs(expected - matrix[i * count + j]) <= Accepted * expected + (dimension + 6) * Epsilon;
                bool isOne = i != j || matrix[i * count + j] == 1;
                if (!isNear || !isOne || matrix[i * count + j] != matrix[j * count + i])
                    Assert.Fail($"{path}, n = {count}, d = {dimension}, σ = {sigma}, [{i}, {j}]: {matrix[i * count + j]:R} and {matrix[j * count + i]:R}, expected {expected:R}");
            }
        }
    }

    private static PackedSamples<double> Pack(double[] values, int dimension, double sigma, PairLoops<double> loops) =>
        PackedSamples<double>.ForSimilarity(Samples.FromRows<double>(values, dimension), [], sigma, loops, EstimationOptions.Default);

    private static double[] Values(int count, int dimension) => Seeded.Normal(new Random(100 * count + dimension), count * dimension);
}
