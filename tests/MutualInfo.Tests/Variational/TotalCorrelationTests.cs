using MutualInfo.Variational;

namespace MutualInfo.Tests.Variational;

public class TotalCorrelationTests
{
    // Rows of a Hadamard matrix are exactly uncorrelated, so the correlation is exactly what is mixed in.
    private static readonly double[] _u = [1, -1, 1, -1, 1, -1, 1, -1];
    private static readonly double[] _v = [1, 1, -1, -1, 1, 1, -1, -1];
    private static readonly double[] _w = [1, 1, 1, 1, -1, -1, -1, -1];

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(-0.9)]
    [InlineData(0.999999)]
    public void Gaussian_TwoDimensions_IsTheFormula(double correlation)
    {
        double rest = Math.Sqrt(1 - (correlation * correlation));
        double[] mixed = [.. _u.Zip(_v, (u, v) => 5 + (3 * ((correlation * u) + (rest * v))))];

        // 1e-9 where 1 − ρ² is 2e-6, of whose rounding the logarithm makes 1e-10; far less elsewhere.
        Assert.Equal(-0.5 * Math.Log(1 - (correlation * correlation)), Of(_u, mixed).Nats, 1e-9);
    }

    [Fact]
    public void Gaussian_ThreeDimensionsAlikeCorrelated_IsTheFormula()
    {
        // Correlations of ½ between all: det R = (1 − ρ)²(1 + 2ρ) = ½.
        double[] a = [.. _u.Zip(_v, (u, v) => u + v)], b = [.. _u.Zip(_w, (u, w) => u + w)], c = [.. _v.Zip(_w, (v, w) => v + w)];
        Assert.Equal(0.5, Of(a, b, c).Bits, 1e-14);
    }

    [Fact]
    public void Gaussian_OtherUnitsAndOffsets_ChangesNothing()
    {
        double[] a = Normals.Draw(50, new Random(1)), b = [.. Normals.Draw(50, new Random(2)).Zip(a, (other, own) => other + own)];
        double[] far = [.. b.Select(value => (value * 1e200) - 1e200)];
        Assert.Equal(Of(a, b).Nats, Of(a, far).Nats, 1e-12);
    }

    [Fact]
    public void Gaussian_OneDimension_IsZero() => Assert.Equal(Information.Zero, Of(_u));

    [Fact]
    public void Gaussian_OneDimensionALinearFunctionOfOthers_IsInfinite()
    {
        double[] a = Normals.Draw(1000, new Random(3)), b = Normals.Draw(1000, new Random(4));
        Assert.Equal(double.PositiveInfinity, Of(a, b, [.. a.Zip(b, (x, y) => (0.3 * x) - (7 * y) + 1)]).Nats);
    }

    // Independent dimensions leave −½ ln det R of about d(d − 1)/4n, as 2n times it is nearly chi-squared with d(d − 1)/2
    // degrees of freedom. The mean of 200 repeats has a standard error of √(d(d − 1)/200)/2n; five of them.
    [Fact]
    public void Gaussian_IndependentDimensions_LeaveTheKnownBias()
    {
        const int n = 200, d = 4, repeats = 200;
        double mean = Enumerable.Range(0, repeats).Average(seed =>
            TotalCorrelation.Gaussian(Samples.FromRows<double>(Normals.Draw(n * d, new Random(seed)), d)).Nats);
        double error = Math.Sqrt(d * (d - 1) / (double)repeats) / (2 * n);
        Assert.Equal(d * (d - 1) / (4.0 * n), mean, 5 * error);
    }

    [Fact]
    public void LogNormal_Exponentials_IsThatOfTheLogarithms()
    {
        double[] values = Normals.Draw(300, new Random(5));
        double[] exponentials = Array.ConvertAll(values, Math.Exp);
        Assert.Equal(
            TotalCorrelation.Gaussian(Samples.FromRows<double>(values, 3)).Nats,
            TotalCorrelation.LogNormal(Samples.FromRows<double>(exponentials, 3)).Nats,
            1e-13);
    }

    private static Information Of(params double[][] columns)
    {
        int d = columns.Length;
        double[] values = new double[d * columns[0].Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = columns[i % d][i / d];
        return TotalCorrelation.Gaussian(Samples.FromRows<double>(values, d));
    }
}
