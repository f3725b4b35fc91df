using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>The tridiagonal primitive by itself: every width of vectors, any number of threads, spectra that mislead Newton's method.</summary>
public unsafe class TridiagonalEigenvaluesTests
{
    private const double Epsilon = EigenvalueBound.Epsilon;

    public static TheoryData<VectorPath> Paths() => [.. CpuBackend.SupportedPaths];

    // Bisection is good to a few ε·‖T‖ whatever n; 5 covers its 3 and the roundings of the closed form.
    [Theory, MemberData(nameof(Paths))]
    public void Compute_SecondDifference_HasItsCosines(VectorPath path)
    {
        foreach (int n in (int[])[1, 2, 3, 7, 31, 32, 33, 100, 191, 192, 300])
        {
            double[] actual = Compute(Filled(n, 2), Filled(n - 1, -1), new EstimationOptions { Backend = CpuBackend.For(path) });
            for (int k = 0; k < n; k++)
                Assert.Equal(2 - 2 * double.CosPi((k + 1) / (n + 1.0)), actual[k], 5 * 4 * Epsilon);
        }
    }

    // Kac's couplings give −(n − 1), −(n − 3) … n − 1.
    [Theory, MemberData(nameof(Paths))]
    public void Compute_Kac_HasWholeNumbers(VectorPath path)
    {
        foreach (int n in (int[])[2, 5, 64, 257])
        {
            double[] couplings = [.. Enumerable.Range(1, n - 1).Select(k => Math.Sqrt(k * (double)(n - k)))];
            double[] actual = Compute(new double[n], couplings, new EstimationOptions { Backend = CpuBackend.For(path) });
            for (int k = 0; k < n; k++)
                Assert.Equal(2 * k - (n - 1), actual[k], 5 * n * Epsilon);
        }
    }

    // Glued Wilkinson matrices: eigenvalues in clusters of pairs that no double tells apart, in a matrix with no coupling to cut. The sums
    // are those of the matrix, and each eigenvalue is one of a single matrix, moved by the glue at most.
    [Theory, MemberData(nameof(Paths))]
    public void Compute_GluedWilkinson_IsThatOfOneCopyRepeated(VectorPath path)
    {
        const int Copies = 12;
        const double Glue = 1e-9;
        double[] one = [.. Enumerable.Range(0, 21).Select(i => Math.Abs(i - 10.0))];
        double[] diagonal = [.. Enumerable.Repeat(one, Copies).SelectMany(copy => copy)];
        double[] couplings = [.. Enumerable.Range(1, diagonal.Length - 1).Select(i => i % 21 == 0 ? Glue : 1.0)];
        EstimationOptions options = new() { Backend = CpuBackend.For(path) };

        double[] single = Compute(one, Filled(20, 1), options);
        double[] glued = Compute(diagonal, couplings, options);

        for (int i = 0; i < glued.Length; i++)
            Assert.Equal(single[i / Copies], glued[i], 2 * Glue);
        Assert.Equal(diagonal.Sum(), glued.Sum(), glued.Length * 12 * Epsilon);
        Assert.Equal(diagonal.Sum(d => d * d) + 2 * couplings.Sum(e => e * e), glued.Sum(value => value * value), glued.Length * 250 * Epsilon);
    }

    [Fact]
    public void Compute_CouplingsBelowRounding_AreCut()
    {
        double[] actual = Compute([3, 1, 2, 1], [1e-17, 1e-30, 0], EstimationOptions.Default);
        Assert.Equal([1, 1, 2, 3], actual);
    }

    [Fact]
    public void Compute_AnyNumberOfThreads_GivesTheSameBits()
    {
        double[] diagonal = Seeded.Normal(new Random(1), 700);
        double[] couplings = Seeded.Normal(new Random(2), 699);
        double[] one = Compute(diagonal, couplings, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        foreach (int threads in (int[])[2, 3, 7, 16])
            Assert.Equal(one, Compute(diagonal, couplings, new EstimationOptions { MaxDegreeOfParallelism = threads }));
    }

    // No iteration to converge: a matrix of nonsense ends too, in nonsense.
    [Theory]
    [InlineData(double.NaN, 0.5)]
    [InlineData(3, double.NaN)]
    [InlineData(double.PositiveInfinity, 0.5)]
    [InlineData(3, double.NegativeInfinity)]
    public void Compute_NotFinite_Ends(double entry, double coupling) =>
        Assert.Equal(4, Compute([1, 2, entry, 4], [0.5, coupling, 0.5], EstimationOptions.Default).Length);

    [Fact]
    public void Compute_Cancelled_Stops() => Assert.Throws<OperationCanceledException>(
        () => Compute([1, 2], [1], new EstimationOptions { CancellationToken = new CancellationToken(true) }));

    [Fact]
    public void Compute_OnceWarm_AllocatesNothing()
    {
        double[] diagonal = Seeded.Normal(new Random(3), 150);
        double[] couplings = Seeded.Normal(new Random(4), 149);
        double[] eigenvalues = new double[150];
        EstimationOptions alone = new() { MaxDegreeOfParallelism = 1 };
        ComputeInto(diagonal, couplings, eigenvalues, alone);
        Assert.Equal(0, Allocations.Least(() =>
        {
            for (int i = 0; i < 20; i++)
                ComputeInto(diagonal, couplings, eigenvalues, alone);
        }));
    }

    private static double[] Filled(int count, double value) => [.. Enumerable.Repeat(value, Math.Max(0, count))];

    private static double[] Compute(double[] diagonal, double[] couplings, EstimationOptions options)
    {
        double[] eigenvalues = new double[diagonal.Length];
        ComputeInto(diagonal, couplings, eigenvalues, options);
        return eigenvalues;
    }

    private static void ComputeInto(double[] diagonal, double[] couplings, double[] eigenvalues, EstimationOptions options)
    {
        fixed (double* entries = diagonal, offDiagonal = couplings, destination = eigenvalues)
            TridiagonalEigenvalues.Compute(entries, offDiagonal, diagonal.Length, destination, options);
    }
}
