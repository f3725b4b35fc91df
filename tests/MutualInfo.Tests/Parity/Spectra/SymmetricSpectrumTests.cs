using MutualInfo.Kernels;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>Eigenvalues against closed forms, and against rotations in 32 digits where there is none. The bound is <see cref="EigenvalueBound"/>.</summary>
public class SymmetricSpectrumTests
{
    public static TheoryData<string> ClosedForms() => [.. ClosedFormMatrices.Names];

    public static TheoryData<string> WithoutClosedForm() => [.. HardMatrices.Names];

    [Theory, MemberData(nameof(ClosedForms))]
    public void Eigenvalues_ClosedForm_AreMetAtEveryOrder(string name)
    {
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(0, 131), 200, 257])
        {
            (double[] matrix, double[] expected) = ClosedFormMatrices.Of(name, n);
            EigenvalueBound.Require(expected, Eigenvalues(matrix, n), $"{name}, n = {n}");
        }
    }

    [Theory, MemberData(nameof(WithoutClosedForm))]
    public void Eigenvalues_WithoutClosedForm_EqualThoseOf32Digits(string name)
    {
        foreach (int n in (int[])[1, 2, 3, 4, 5, 8, 13, 21, 28])
        {
            double[] matrix = HardMatrices.Of(name, n);
            EigenvalueBound.Require(PreciseEigenvalues.Of(matrix, n), Eigenvalues(matrix, n), $"{name}, n = {n}");
        }
    }

    [Theory, MemberData(nameof(WithoutClosedForm))]
    public void Eigenvalues_WithoutClosedForm_EqualJacobis(string name)
    {
        foreach (int n in (int[])[33, 64, 65])
        {
            double[] matrix = HardMatrices.Of(name, n);
            EigenvalueBound.Require(JacobiEigenvalues.Of(matrix, n), Eigenvalues(matrix, n), $"{name}, n = {n}");
        }
    }

    // The bound is tightest at the smallest orders.
    [Fact]
    public void Eigenvalues_SmallRandom_EqualThoseOf32Digits()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            int n = 2 + seed % 5;
            foreach (string name in (string[])["random", "positive", "huge rows"])
            {
                double[] matrix = HardMatrices.Of(name, n, seed);
                EigenvalueBound.Require(PreciseEigenvalues.Of(matrix, n), Eigenvalues(matrix, n), $"{name}, n = {n}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Eigenvalues_Rosser_AreThePublished() =>
        EigenvalueBound.Require(HardMatrices.RosserEigenvalues, Eigenvalues(HardMatrices.Rosser, 8), "Rosser");

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
            (double[] matrix, double[] expected) = ClosedFormMatrices.Of("second difference", n);
            double[] scaled = Array.ConvertAll(matrix, value => Math.ScaleB(value, exponent));
            double[] actual = Eigenvalues(scaled, n);
            for (int i = 0; i < n; i++)
            {
                // Where results are denormal they are whole multiples of the least double; half of one is lost.
                double allowed = Math.ScaleB(4 * n * EigenvalueBound.Epsilon, exponent) + double.Epsilon;
                Assert.True(Math.Abs(actual[i] - Math.ScaleB(expected[i], exponent)) <= allowed, $"n = {n}, i = {i}: {actual[i]:R}");
            }
        }
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Eigenvalues_HugeOrTinyNorm_MeetTheBound(double scale)
    {
        foreach (string name in HardMatrices.Names)
        {
            double[] matrix = Array.ConvertAll(HardMatrices.Of(name, 13), value => value * (name == "huge rows" ? scale * 1e-17 : scale));
            EigenvalueBound.Require(PreciseEigenvalues.Of(matrix, 13), Eigenvalues(matrix, 13), $"{name}·{scale}");
        }
    }

    [Fact]
    public void EigenvaluesInPlace_GarbageRightOfTheDiagonal_IsNotRead()
    {
        foreach (int n in (int[])[1, 2, 9, 40])
        {
            (double[] matrix, double[] expected) = ClosedFormMatrices.Of("minimum", n);
            for (int i = 0; i < n; i++)
                matrix.AsSpan(i * n + i + 1, n - i - 1).Fill(double.NaN);

            double[] actual = new double[n];
            SymmetricSpectrum.EigenvaluesInPlace(matrix, n, actual);

            EigenvalueBound.Require(expected, actual, $"n = {n}");
            for (int i = 0; i < n; i++)
                Assert.All(matrix[(i * n + i + 1)..((i + 1) * n)], value => Assert.True(double.IsNaN(value)));
        }
    }

    [Fact]
    public void EigenvaluesOfMany_EachMatrix_GivesTheBitsOfOneAlone()
    {
        const int N = 70;
        double[] matrices = [.. HardMatrices.Names.SelectMany(name => HardMatrices.Of(name, N))];
        double[] together = new double[HardMatrices.Names.Length * N];

        SymmetricSpectrum.EigenvaluesOfMany(matrices, N, together);

        for (int i = 0; i < HardMatrices.Names.Length; i++)
            Assert.Equal(Eigenvalues(matrices[(i * N * N)..((i + 1) * N * N)], N), together[(i * N)..((i + 1) * N)]);
    }

    [Fact]
    public void EigenvaluesOfMany_NoneOrOne_IsAllowed()
    {
        SymmetricSpectrum.EigenvaluesOfMany([], 3, []);
        double[] one = new double[1];
        SymmetricSpectrum.EigenvaluesOfMany([7], 1, one);
        Assert.Equal([7], one);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    public void Eigenvalues_AnyNumberOfThreads_AreTheSameBits(int threads)
    {
        const int N = 600;
        (double[] matrix, double[] expected) = ClosedFormMatrices.Of("minimum", N);

        double[] one = Eigenvalues(matrix, N, new EstimationOptions { MaxDegreeOfParallelism = 1 });
        double[] many = Eigenvalues(matrix, N, new EstimationOptions { MaxDegreeOfParallelism = threads });

        Assert.Equal(one, many);
        EigenvalueBound.Require(expected, one, "minimum, n = 600");
    }

    [Fact]
    public void Eigenvalues_NoMatrix_LeaveTheDestinationAlone()
    {
        double[] destination = [5];
        SymmetricSpectrum.Eigenvalues([], 0, destination);
        SymmetricSpectrum.EigenvaluesInPlace([], 0, destination);
        Assert.Equal([5], destination);
    }

    private static double[] Eigenvalues(double[] matrix, int n, EstimationOptions? options = null)
    {
        double[] eigenvalues = new double[n];
        SymmetricSpectrum.Eigenvalues(matrix, n, eigenvalues, options);
        return eigenvalues;
    }
}
