using MutualInfo.Gaussian;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;
using static MutualInfo.Tests.Gaussian.GaussianData;

namespace MutualInfo.Tests.Gaussian;

/// <summary>Closed forms, values of 50-digit arithmetic, and the textbook twin.</summary>
public class GaussianClosedFormTests
{
    private static readonly GaussianEstimator _plain = Estimators.Gaussian() with { Correction = GaussianCorrection.None };

    // Ten rows; the last two columns of the joint table have ties.
    private static readonly double[] _x = [2, -1, 0, 3, 5, 1, -4, 2, 1, 1, 3, -6, -2, 4, 7, 0, -3, -2, 6, 5];
    private static readonly double[] _y = [1, 2, 4, -5, 0, 3, -3, 5, -2, 4];

    // Columns of a Hadamard matrix have correlations of exactly 0, so a mixture has exactly the one mixed in. 1e-12, and twice the ten
    // digits that the table gives.
    [Theory]
    [InlineData(0.1, 0.0050252)]
    [InlineData(0.3, 0.0471553)]
    [InlineData(0.5, 0.1438410)]
    [InlineData(0.6, 0.2231436)]
    [InlineData(0.75, 0.4133393)]
    [InlineData(0.9, 0.8303656)]
    [InlineData(0.95, 1.1639515)]
    [InlineData(0.99, 1.9585178)]
    public void Estimate_BivariateGaussian_IsTheFormula(double correlation, double tabulated)
    {
        double nats = _plain.Estimate(FromColumns(Hadamard(1)), FromColumns(Mixed(1, 2, correlation))).Value.Nats;
        Assert.Equal(-0.5 * Math.Log(1 - (correlation * correlation)), nats, 1e-12);
        Assert.Equal(tabulated, nats, 5.1e-8);
    }

    // Gaussian noise on every dimension: ½ ln(1 + SNR) each.
    [Theory]
    [InlineData(0.1, 0.0476551)]
    [InlineData(1, 0.3465736)]
    [InlineData(10, 1.1989476)]
    [InlineData(100, 2.3075603)]
    public void Estimate_NoisyChannelOfThreeDimensions_IsTheSumOfTheirCapacities(double ratio, double tabulated)
    {
        double[][] x = [Hadamard(1), Hadamard(2), Hadamard(3)];
        double[][] y = [.. x.Select((column, k) => column.Zip(Hadamard(9 + k), (signal, noise) => (Math.Sqrt(ratio) * signal) + noise).ToArray())];
        double nats = _plain.Estimate(FromColumns(x), FromColumns(y)).Value.Nats;
        Assert.Equal(1.5 * Math.Log(1 + ratio), nats, 1e-12);
        Assert.Equal(3 * tabulated, nats, 3 * 5.1e-8);
    }

    // Any two of 2d columns of correlation ½. The truths of tasks 11 to 13 of the benchmark.
    [Theory]
    [InlineData(2, 0.293893)]
    [InlineData(3, 0.413339)]
    [InlineData(5, 0.592812)]
    public void Estimate_DenseCorrelations_IsTheTruthOfTheBenchmark(int d, double truth)
    {
        double[][] columns = [.. Enumerable.Range(1, 2 * d).Select(k => Mixed(63, k, Math.Sqrt(0.5)))];
        Assert.Equal(truth, _plain.Estimate(FromColumns(columns[..d]), FromColumns(columns[d..])).Value.Nats, 5.1e-7);
    }

    // Two pairs of correlation 0.8 among independent columns.
    [Theory, InlineData(2), InlineData(5), InlineData(25)]
    public void Estimate_SparseCorrelations_IsTheTruthOfTheBenchmark(int d)
    {
        double[][] x = [.. Enumerable.Range(1, d).Select(Hadamard)];
        double[][] y = [.. Enumerable.Range(1, d).Select(k => k <= 2 ? Mixed(k, 32 + k, 0.8) : Hadamard(32 + k))];
        Assert.Equal(-Math.Log(1 - 0.64), _plain.Estimate(FromColumns(x), FromColumns(y)).Value.Nats, 1e-12);
    }

    // The entropy is ½ ln(1 − ρ²) taken from a sum of logarithms: by the difference of three, rounding alone would be 1e-16 of 1e-9.
    [Theory, InlineData(1e-3), InlineData(4.5e-5), InlineData(1e-7), InlineData(1e-9)]
    public void Estimate_NearIndependence_IsRightRelativeToItself(double mixed)
    {
        double[] y = [.. Hadamard(1).Zip(Hadamard(2), (shared, own) => own + (mixed * shared))];
        double nats = _plain.Estimate(FromColumns(Hadamard(1), Hadamard(3)), FromColumns(y, Hadamard(4), Hadamard(5))).Value.Nats;
        // ½ ln(1 + m²) = ½(m² − m⁴/2 + …). y is rounded to 1e-16, which is 1e-7 of the smallest m.
        double square = mixed * mixed;
        double expected = square > 1e-7 ? 0.5 * Math.Log(1 + square) : 0.5 * (square - (square * square / 2));
        Assert.Equal(1, nats / expected, Math.Max(1e-9, 1e-15 / mixed));
    }

    [Fact]
    public void Estimate_UncorrelatedColumns_IsExactlyZero() =>
        Law.SameBits("I", 0.0, _plain.Estimate(FromColumns(Hadamard(1), Hadamard(2)), FromColumns(Hadamard(4), Hadamard(8))).Value.Nats);

    // 25 digits by mpmath, in the order I, H(X), H(Y), H(X,Y). 1e-14: rounding of logarithms of the size of 7.
    [Theory]
    [InlineData("Gaussian, uncorrected", 1.171132463352535752106726, 5.336933450958028102744344, 2.627391208216344686624649, 6.793192195821837037262267)]
    [InlineData("Gaussian", 1.028275320495392894963869, 5.51851655033863748899849, 2.684994443424717272555576, 7.175235673267961866590196)]
    [InlineData("Gaussian copula, uncorrected", 1.238536204968018757779624, 2.465278996370778159438758, 1.228073266129622482341811, 2.454816057532381884000945)]
    [InlineData("Gaussian copula", 1.095679062110875900636766, 2.646862095751387545692903, 1.285676501337995068272738, 2.836859534978506713328874)]
    public void Estimate_TenSamples_IsThatOfFiftyDigits(string name, double value, double x, double y, double joint)
    {
        MutualInformationEstimate estimate = All.Single(one => one.ToString() == name).Estimate(Samples.FromRows<double>(_x, 2), Samples.FromScalars<double>(_y));
        Assert.Equal(value, estimate.Value.Nats, 1e-14);
        Assert.Equal(x, estimate.EntropyX.Nats, 1e-14);
        Assert.Equal(y, estimate.EntropyY.Nats, 1e-14);
        Assert.Equal(joint, estimate.JointEntropy.Nats, 2e-14);
    }

    // C12, 1e-12: the twin squares the condition number of what it is given, so it is given nothing extreme.
    [Fact]
    public void Estimate_AnyData_IsTheTextbooks() => Law.ForAll(Regular, data =>
    {
        if (data.Name.Contains("1e", StringComparison.Ordinal) || data.Name.Contains("heavy", StringComparison.Ordinal))
            return;
        (double[][] x, double[][] y) = (Rows(data.X), Rows(data.Y));
        MutualInformationEstimate estimate = _plain.Estimate(data);
        double tolerance = 1e-12 * Math.Max(1, Math.Abs(estimate.JointEntropy.Nats));
        Law.Near("I", GaussianInformation.Nats(x, y), estimate.Value.Nats, tolerance);
        Law.Near("H(X)", GaussianInformation.Entropy(x), estimate.EntropyX.Nats, tolerance);
        MutualInformationEstimate corrected = Estimators.Gaussian().Estimate(data);
        Law.Near("corrected I", GaussianInformation.CorrectedNats(x, y), corrected.Value.Nats, tolerance);
        Law.Near("corrected H(Y)", GaussianInformation.CorrectedEntropy(y), corrected.EntropyY.Nats, tolerance);
    });

    // Scores of the twin come from another inverse of Φ; 1e-12.
    [Fact]
    public void Estimate_CopulaOfAnyData_IsTheTextbooksOfTheScores() => Law.ForAll(Regular, data =>
    {
        // The twin counts smaller numbers one by one.
        if (data.Count > 100)
            return;
        double[][] x = Scores(data.X), y = Scores(data.Y);
        Law.Near("I", GaussianInformation.CorrectedNats(x, y), Estimators.GaussianCopula().Estimate(data).Value.Nats, 1e-12 * Math.Max(1, data.X.Dimension));
        static double[][] Scores(Variable variable) =>
            GaussianInformation.Scores(Rows(variable), p => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p));
    });

    private static double[] Mixed(int shared, int own, double correlation) =>
        [.. Hadamard(shared).Zip(Hadamard(own), (left, right) => (correlation * left) + (Math.Sqrt(1 - (correlation * correlation)) * right))];
}
