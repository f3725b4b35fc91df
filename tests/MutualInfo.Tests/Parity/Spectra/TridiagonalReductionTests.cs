using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>
/// Both reductions, at every order, against a reduction by the textbook. Eigenvalues on either side by counting signs.
/// </summary>
public unsafe class TridiagonalReductionTests
{
    public static TheoryData<Stages, string> Matrices()
    {
        TheoryData<Stages, string> data = [];
        foreach (Stages stages in Enum.GetValues<Stages>())
        {
            string[] plain = ["identity", "ones", "rank one", "zero", "second difference"];
            foreach (string name in (string[])[.. HardMatrices.Names, .. StructuredMatrices.Names, .. plain])
                data.Add(stages, name);
        }

        return data;
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_RandomOfEveryOrder_KeepsTheEigenvalues(Stages stages)
    {
        int[] around = [159, 160, 161, 191, 192, 193, 223, 224, 225, 255, 256, 257, 287, 288, 289];
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(0, 131), .. around])
            RequireEigenvaluesKept(stages, HardMatrices.Of("random", n), n, $"random, n = {n}");
    }

    [Theory, MemberData(nameof(Matrices))]
    public void Reduce_HardMatrix_KeepsTheEigenvalues(Stages stages, string name)
    {
        foreach (int n in (int[])[2, 7, 31, 32, 33, 64, 71, 97, 130])
            RequireEigenvaluesKept(stages, Matrix(name, n), n, $"{name}, n = {n}");
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_EveryPath_KeepsTheEigenvalues(Stages stages)
    {
        foreach (VectorPath path in CpuBackend.SupportedPaths)
        {
            EstimationOptions options = new() { Backend = CpuBackend.For(path) };
            foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(1, 40), 63, 64, 65, 100, 200])
                RequireEigenvaluesKept(stages, HardMatrices.Of("random", n), n, $"{path}, n = {n}", options);
        }
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_TraceAndSquares_AreKept(Stages stages)
    {
        foreach (int n in (int[])[33, 100, 255, 333])
        {
            double[] matrix = HardMatrices.Of("random", n);
            (double[] diagonal, double[] offDiagonal) = Reductions.Reduce(stages, matrix, n);
            double squares = matrix.Sum(value => value * value);
            double trace = Enumerable.Range(0, n).Sum(i => matrix[i * n + i]);
            // Orthogonal similarity keeps both; the error of the matrix that is truly reduced is below n·ε in the Frobenius norm.
            double norm = Math.Sqrt(squares);
            Assert.Equal(trace, diagonal.Sum(), n * EigenvalueBound.Epsilon * norm * Math.Sqrt(n));
            double kept = diagonal.Sum(value => value * value) + 2 * offDiagonal.Sum(value => value * value);
            Assert.Equal(squares, kept, 2 * n * EigenvalueBound.Epsilon * squares);
        }
    }

    // Blocks of 32 and pieces of rows come into play at different orders.
    [Theory]
    [InlineData(Stages.One, 150)]
    [InlineData(Stages.One, 331)]
    [InlineData(Stages.One, 790)]
    [InlineData(Stages.Two, 150)]
    [InlineData(Stages.Two, 331)]
    [InlineData(Stages.Two, 520)]
    public void Reduce_AnyNumberOfThreads_GivesTheSameBits(Stages stages, int n)
    {
        double[] matrix = HardMatrices.Of("Gram", n);
        EstimationOptions alone = new() { MaxDegreeOfParallelism = 1 };
        (double[] diagonal, double[] offDiagonal) = Reductions.Reduce(stages, matrix, n, alone);
        foreach (int threads in (int[])[2, 3, 7, 16, 2])
        {
            (double[] otherDiagonal, double[] otherOffDiagonal) =
                Reductions.Reduce(stages, matrix, n, new EstimationOptions { MaxDegreeOfParallelism = threads });
            Assert.Equal(diagonal, otherDiagonal);
            Assert.Equal(offDiagonal, otherOffDiagonal);
        }
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_ManyAtOnce_GivesTheBitsOfOneAlone(Stages stages)
    {
        const int N = 300;
        double[] matrix = HardMatrices.Of("random", N);
        (double[] Diagonal, double[] OffDiagonal) alone = Reductions.Reduce(stages, matrix, N);
        Parallel.For(0, 6, _ => Assert.Equal(alone.Diagonal, Reductions.Reduce(stages, matrix, N).Diagonal));
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_WhereverTheMatrixLies_GivesTheSameBitsAndKeepsToIt(Stages stages)
    {
        const double Poison = 98765;
        foreach (int n in (IEnumerable<int>)[.. Enumerable.Range(1, 41), 65, 96, 131])
        {
            double[] matrix = StructuredMatrices.Of("banded", n);
            double[] expected = Reductions.InPlaceOf(stages, matrix, n, TridiagonalReduction.StrideFor(n), 64).Diagonal;
            foreach ((int stride, int before) in ((int, int)[])[((n + 7 & ~7) + 16, 64), (n, 64), (n + 3, 61)])
            {
                (double[] diagonal, double[] buffer) = Reductions.InPlaceOf(stages, matrix, n, stride, before, Poison);
                Assert.Equal(expected, diagonal);
                // Left of the first row, right of the last, and beyond the last whole vector of each row.
                Assert.All(buffer[..before], value => Assert.Equal(Poison, value));
                int end = Math.Min(stride, n + 7 & ~7);
                Assert.All(buffer[(before + (n - 1) * stride + end)..], value => Assert.Equal(Poison, value));
                for (int row = 0; row < n - 1; row++)
                {
                    int start = before + row * stride;
                    Assert.All(buffer[(start + end)..(start + stride)], value => Assert.Equal(Poison, value));
                }
            }
        }
    }

    [Theory]
    [InlineData(Stages.One, 150)]
    [InlineData(Stages.Two, 150)]
    public void Reduce_OnceWarm_AllocatesNothing(Stages stages, int n)
    {
        double[] matrix = HardMatrices.Of("random", n);
        using AlignedBuffer<double> lower = AlignedBuffer<double>.Rent(n * n);
        using AlignedBuffer<double> results = AlignedBuffer<double>.Rent(2 * n);
        EstimationOptions options = new() { MaxDegreeOfParallelism = 1 };
        Action<nint, nint> reduce = stages == Stages.One
            ? (a, t) => TridiagonalReduction.ReduceInOneStage((double*)a, n, n, (double*)t, (double*)t + n, options)
            : (a, t) => TridiagonalReduction.ReduceInTwoStages((double*)a, n, n, (double*)t, (double*)t + n, options);
        nint input = (nint)lower.Pointer;
        nint output = (nint)results.Pointer;
        void Calls()
        {
            for (int call = 0; call < 10; call++)
            {
                matrix.CopyTo(new Span<double>((double*)input, n * n));
                reduce(input, output);
            }
        }

        // The first calls fill the pools.
        Calls();
        Assert.Equal(0, Allocations.Least(Calls));
    }

    [Theory]
    [InlineData(Stages.One, 1)]
    [InlineData(Stages.One, 3)]
    [InlineData(Stages.Two, 1)]
    [InlineData(Stages.Two, 3)]
    public void Reduce_CancelledOnTheWay_StopsAndTheNextCallIsRight(Stages stages, int threads)
    {
        const int N = 300;
        double[] matrix = HardMatrices.Of("random", N);
        (double[] expected, _) = Reductions.Reduce(stages, matrix, N);
        using CancellationTokenSource source = new();
        ProgressLog log = new(share =>
        {
            if (share > 0.3)
                source.Cancel();
        });
        EstimationOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = source.Token, Progress = log };

        Assert.Throws<OperationCanceledException>(() => Reductions.Reduce(stages, matrix, N, options));

        // Not one more report after the one that cancelled.
        Assert.Single(log.Shares, share => share > 0.3);
        (double[] next, _) = Reductions.Reduce(stages, matrix, N, options with { CancellationToken = default, Progress = null });
        Assert.Equal(expected, next);
    }

    [Theory, InlineData(Stages.One), InlineData(Stages.Two)]
    public void Reduce_Progress_RisesToOne(Stages stages)
    {
        ProgressLog log = new(_ => { });
        _ = Reductions.Reduce(stages, HardMatrices.Of("random", 300), 300, new EstimationOptions { Progress = log });
        Assert.Equal(log.Shares.Order(), log.Shares);
        Assert.InRange(log.Shares[0], 0, 0.9);
        Assert.Equal(1, log.Shares[^1]);
    }

    [Fact]
    public void StrideFor_AnyOrder_IsWholeVectorsAndAvoidsPowersOfTwo()
    {
        for (int n = 0; n < 3000; n++)
        {
            nint stride = TridiagonalReduction.StrideFor(n);
            Assert.InRange(stride, n, n + 15);
            Assert.Equal(0, stride % 8);
            Assert.True(n == 0 || stride * sizeof(double) % 1024 != 0);
        }
    }

    private static void RequireEigenvaluesKept(
        Stages stages, double[] matrix, int n, string name, EstimationOptions? options = null)
    {
        (double[] diagonal, double[] offDiagonal) = Reductions.Reduce(stages, matrix, n, options);
        double[] actual = TextbookTridiagonal.Eigenvalues(diagonal, offDiagonal);
        double[] expected = TextbookTridiagonal.Eigenvalues(matrix, n);
        double norm = n == 0 ? 0 : expected.Max(Math.Abs);
        // n·ε·‖A‖ is the bound of a backward-stable method; at the smallest orders the rounding of the textbook's own steps
        // counts as well.
        double allowed = Math.Max(n, 8) * EigenvalueBound.Epsilon * norm;
        for (int i = 0; i < n; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= allowed))
                Assert.Fail($"{stages}, {name}, λ[{i}]: {actual[i]:R}, not {expected[i]:R}, {error / allowed:F2} of the bound");
        }
    }

    private static double[] Matrix(string name, int n) =>
        HardMatrices.Names.Contains(name) ? HardMatrices.Of(name, n)
        : StructuredMatrices.Names.Contains(name) ? StructuredMatrices.Of(name, n)
        : ClosedFormMatrices.Of(name, n).Matrix;

    private sealed class ProgressLog(Action<double> onReport) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            onReport(value);
        }
    }
}
