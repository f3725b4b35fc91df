using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>
/// Eigenvalues against closed forms, and against Jacobi rotations where there is none. A backward-stable method gives the eigenvalues of
/// a matrix within n·ε·‖A‖ of the given one, and by Weyl's theorem they move no further: |λ − λ_ref| ≤ n·ε·‖A‖ everywhere.
/// </summary>
public class SymmetricSpectrumTests
{
    private const double Epsilon = 2.220446049250313e-16;

    public static TheoryData<string> Families() =>
    [
        "zero", "identity", "ones", "rank one", "diagonal", "second difference", "minimum", "circulant", "arrow",
    ];

    public static TheoryData<string, int> MatricesWithoutClosedForm()
    {
        TheoryData<string, int> data = [];
        foreach (string name in (string[])["random", "positive", "graded", "graded upwards", "clustered", "Hilbert", "Wilkinson", "Gram", "repeated rows"])
        {
            foreach (int n in (int[])[1, 2, 3, 4, 5, 8, 13, 21, 33, 64, 65])
                data.Add(name, n);
        }

        data.Add("random", 130);
        return data;
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Eigenvalues_ClosedForm_AreMetAtEveryOrder(string family)
    {
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(1, 130), 200, 257])
        {
            (double[] matrix, double[] expected) = ClosedForm(family, n);
            RequireEqual(expected, Eigenvalues(matrix, n), n, $"{family}, n = {n}");
        }
    }

    [Theory]
    [MemberData(nameof(MatricesWithoutClosedForm))]
    public void Eigenvalues_WithoutClosedForm_EqualJacobis(string name, int n)
    {
        double[] matrix = Matrix(name, n);
        RequireEqual(JacobiEigenvalues.Of(matrix, n), Eigenvalues(matrix, n), n, $"{name}, n = {n}");
    }

    [Fact]
    public void Eigenvalues_RandomAtEveryOrder_EqualJacobis()
    {
        for (int n = 1; n <= 48; n++)
        {
            double[] matrix = Matrix("random", n);
            RequireEqual(JacobiEigenvalues.Of(matrix, n), Eigenvalues(matrix, n), n, $"random, n = {n}");
        }
    }

    [Theory]
    [InlineData(997)]
    [InlineData(1021)]
    [InlineData(-997)]
    [InlineData(-1021)]
    [InlineData(-1060)]
    [InlineData(-1074)]
    public void Eigenvalues_ScaledByAPowerOfTwo_AreScaled(int exponent)
    {
        foreach (int n in (int[])[1, 2, 3, 20, 65])
        {
            (double[] matrix, double[] expected) = ClosedForm("second difference", n);
            double[] scaled = Array.ConvertAll(matrix, value => Math.ScaleB(value, exponent));
            double[] actual = Eigenvalues(scaled, n);
            for (int i = 0; i < n; i++)
            {
                // Where results are denormal they are whole multiples of the least double; half of one is lost.
                double allowed = Math.ScaleB(4 * n * Epsilon, exponent) + double.Epsilon;
                Assert.True(Math.Abs(actual[i] - Math.ScaleB(expected[i], exponent)) <= allowed, $"n = {n}, i = {i}: {actual[i]:R}");
            }
        }
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-2)]
    [InlineData(1)]
    [InlineData(1e2)]
    [InlineData(1e8)]
    public void OfGram_AnyBandwidth_EqualsJacobis(double sigma)
    {
        foreach (int n in (int[])[1, 2, 3, 17, 64, 90])
        {
            // Every third row repeats the first.
            double[] rows = Seeded.Normal(new Random(n), n * 3);
            for (int i = 3; i < n; i += 3)
                rows.AsSpan(0, 3).CopyTo(rows.AsSpan(i * 3));
            double[] scaled = Array.ConvertAll(rows, value => value / sigma);
            PairLoops<double> loops = PairLoops.Double(EstimationOptions.Default.VectorPath());
            using PackedSamples<double> packed = PackedSamples<double>.ForSimilarity(
                Samples.FromRows<double>(scaled, 3), [], 1, loops, EstimationOptions.Default);
            double[] gram = new double[n * n];
            GaussianPairs.Matrix(packed.Panels, gram, n, loops, EstimationOptions.Default);

            double[] actual = new double[n];
            SymmetricSpectrum.OfGram(packed.Panels, loops, actual, EstimationOptions.Default);

            RequireEqual(JacobiEigenvalues.Of(gram, n), actual, n, $"σ = {sigma}, n = {n}");
            Assert.Equal(n, actual.Sum(), n * n * Epsilon);
        }
    }

    [Fact]
    public void Eigenvalues_LargeEnoughForManyThreads_AreTheSameBitsOnOne()
    {
        const int N = 600;
        (double[] matrix, double[] expected) = ClosedForm("minimum", N);

        double[] many = Eigenvalues(matrix, N, new EstimationOptions { MaxDegreeOfParallelism = 3 });
        double[] one = Eigenvalues(matrix, N, new EstimationOptions { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, many);
        RequireEqual(expected, one, N, "minimum, n = 600");
    }

    [Fact]
    public void Eigenvalues_NoMatrix_LeaveTheDestinationAlone()
    {
        double[] destination = [5];
        SymmetricSpectrum.EigenvaluesInPlace([], 0, destination, EstimationOptions.Default);
        Assert.Equal([5], destination);
    }

    [Theory]
    [InlineData(double.NaN, 0.5)]
    [InlineData(3, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void ImplicitQl_WithoutConvergence_EndsWithAnException(double entry, double coupling)
    {
        EigenvalueConvergenceException exception = Assert.Throws<EigenvalueConvergenceException>(
            () => ImplicitQl.Eigenvalues([1, 2, entry, 4], [0.5, coupling, 0.5, 0], default));

        Assert.Equal(4, exception.Order);
        Assert.InRange(exception.Iterations, 4, 1000);
        Assert.Contains("order 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImplicitQl_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => ImplicitQl.Eigenvalues([1, 2], [1, 0], new CancellationToken(canceled: true)));

    private static double[] Eigenvalues(double[] matrix, int n, EstimationOptions? options = null)
    {
        double[] eigenvalues = new double[n];
        SymmetricSpectrum.EigenvaluesInPlace((double[])matrix.Clone(), n, eigenvalues, options ?? EstimationOptions.Default);
        return eigenvalues;
    }

    private static void RequireEqual(double[] expected, double[] actual, int n, string name)
    {
        double norm = expected.Max(Math.Abs);
        for (int i = 0; i < n; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= n * Epsilon * norm))
                Assert.Fail($"{name}, λ[{i}]: {actual[i]:R}, expected {expected[i]:R}, {error / (n * Epsilon * norm):F2} of what is allowed");
        }
    }

    private static (double[] Matrix, double[] Eigenvalues) ClosedForm(string family, int n) => family switch
    {
        "zero" => (Build(n, (_, _) => 0), new double[n]),
        "identity" => (Build(n, (i, j) => i == j ? 1 : 0), [.. Enumerable.Repeat(1.0, n)]),
        "ones" => (Build(n, (_, _) => 1), [.. Enumerable.Repeat(0.0, n - 1), n]),
        // vvᵀ with v = 1 … n.
        "rank one" => (Build(n, (i, j) => (i + 1.0) * (j + 1)), [.. Enumerable.Repeat(0.0, n - 1), n * (n + 1.0) * (2 * n + 1) / 6]),
        "diagonal" => (Build(n, (i, j) => i == j ? i % 7 - 3 : 0), [.. Enumerable.Range(0, n).Select(i => (double)(i % 7 - 3)).Order()]),
        "second difference" => (
            Build(n, (i, j) => i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0),
            [.. Enumerable.Range(1, n).Select(k => 2 - 2 * double.CosPi(k / (n + 1.0)))]),
        "minimum" => (
            Build(n, (i, j) => Math.Min(i, j) + 1),
            [.. Enumerable.Range(1, n).Select(k => 0.25 / Math.Pow(Math.Sin((2 * k - 1) * Math.PI / (4 * n + 2)), 2)).Order()]),
        // Entry |i − j| around a circle, reach 2: c₀ + 2c₁cos + 2c₂cos.
        "circulant" => (
            Build(n, (i, j) => Circle(n, i - j)),
            [.. Enumerable.Range(0, n).Select(k => Enumerable.Range(0, n).Sum(m => Circle(n, m) * Math.Cos(2 * Math.PI * ((long)k * m % n) / n))).Order()]),
        // A border of ones around zeros: ±√(n − 1), and zeros.
        "arrow" => (
            Build(n, (i, j) => (i == 0) != (j == 0) ? 1 : 0),
            n == 1 ? [0] : [-Math.Sqrt(n - 1), .. new double[n - 2], Math.Sqrt(n - 1)]),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
    };

    private static double Circle(int n, int offset)
    {
        int distance = Math.Abs(offset) % n;
        return 1.0 / (1 + Math.Min(distance, n - distance));
    }

    private static double[] Matrix(string name, int n)
    {
        Random random = new(17 * n);
        double[] normals = Seeded.Normal(random, n * n);
        double[] positive = Build(n, (i, j) => Enumerable.Range(0, n).Sum(k => normals[i * n + k] * normals[j * n + k]) / n);
        switch (name)
        {
            case "random":
                return Build(n, (i, j) => normals[Math.Max(i, j) * n + Math.Min(i, j)]);
            case "positive":
                return positive;
            case "graded":
                return Build(n, (i, j) => positive[i * n + j] * Grade(i, n) * Grade(j, n));
            case "graded upwards":
                return Build(n, (i, j) => positive[i * n + j] * Grade(n - 1 - i, n) * Grade(n - 1 - j, n));
            case "clustered":
                // I + 1e-12 times a symmetric matrix: all eigenvalues within about 1e-12 of 1.
                return Build(n, (i, j) => (i == j ? 1 : 0) + 1e-12 * normals[Math.Max(i, j) * n + Math.Min(i, j)]);
            case "Hilbert":
                return Build(n, (i, j) => 1.0 / (i + j + 1));
            case "Wilkinson":
                // Pairs of eigenvalues that agree to nearly all digits.
                return Build(n, (i, j) => i == j ? Math.Abs(i - (n - 1) / 2.0) : Math.Abs(i - j) == 1 ? 1 : 0);
            case "Gram":
                return Build(n, (i, j) => Math.Exp(-Math.Pow(normals[i] - normals[j], 2)));
            default:
                return Build(n, (i, j) => Math.Exp(-Math.Pow(normals[i / 3] - normals[j / 3], 2)));
        }
    }

    // From 1 down to 1e-8, so that products of two span sixteen orders of magnitude.
    private static double Grade(int i, int n) => n == 1 ? 1 : Math.Pow(10, -8.0 * i / (n - 1));

    private static double[] Build(int n, Func<int, int, double> entry) =>
        [.. Enumerable.Range(0, n * n).Select(at => entry(at / n, at % n))];
}
