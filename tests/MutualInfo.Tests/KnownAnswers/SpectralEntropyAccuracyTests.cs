using MutualInfo.Kernels;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Entropies of matrices whose eigenvalues are known, to the goals of the library: 1e-11 bits from order 0.9 on, 1e-13 from order 1.1 on.</summary>
public class SpectralEntropyAccuracyTests
{
    public static TheoryData<double> Orders() => [0.9, 0.99, 1, 1.001, 1.01, 1.1, 1.5, 2, 3, 4, 7.5, 60, double.PositiveInfinity];

    // Every pair of n samples equally similar: one eigenvalue (1 + (n − 1)ρ)/n, and n − 1 times (1 − ρ)/n.
    [Theory, MemberData(nameof(Orders))]
    public void Entropy_EquallySimilarSamples_MeetsTheGoal(double order)
    {
        foreach (int n in (int[])[2, 3, 10, 60])
        {
            foreach (double rho in (double[])[0, 0.25, 0.5, 0.875, 1 - 1e-6])
            {
                double[] matrix = [.. Enumerable.Range(0, n * n).Select(at => at / n == at % n ? 1 : rho)];
                double[] spectrum = [(1 + (n - 1) * rho) / n, .. Enumerable.Repeat((1 - rho) / n, n - 1)];
                RequireGoal(spectrum, matrix, n, order, $"n = {n}, ρ = {rho}");
            }
        }
    }

    // exp(−|i − j|) around a circle: its eigenvalues are sums of cosines.
    [Theory, MemberData(nameof(Orders))]
    public void Entropy_SamplesOnACircle_MeetsTheGoal(double order)
    {
        foreach (int n in (int[])[4, 15, 48])
        {
            double Similarity(int offset) => Math.Exp(-Math.Min(offset, n - offset));
            double[] matrix = [.. Enumerable.Range(0, n * n).Select(at => Similarity(Math.Abs(at / n - at % n)))];
            double[] spectrum = [.. Enumerable.Range(0, n).Select(k => Enumerable.Range(0, n).Sum(m => Similarity(m) * double.CosPi(2.0 * (k * m % n) / n)) / n)];
            RequireGoal(spectrum, matrix, n, order, $"n = {n}");
        }
    }

    private static void RequireGoal(double[] spectrum, double[] matrix, int n, double order, string name)
    {
        double goal = order < 1.1 ? 1e-11 : 1e-13;
        double expected = order switch
        {
            1 => -spectrum.Sum(share => share > 0 ? share * Math.Log2(share) : 0),
            double.PositiveInfinity => -Math.Log2(spectrum.Max()),
            _ => (order * Math.Log2(spectrum.Max()) + Math.Log2(spectrum.Sum(share => Math.Pow(share / spectrum.Max(), order)))) / (1 - order),
        };
        double actual = Estimators.MatrixRenyi(order).Entropy(GramMatrix.FromValues(matrix, n)).Bits;
        Assert.True(Math.Abs(actual - expected) <= goal, $"{name}, α = {order}: {actual:R}, expected {expected:R}");
    }
}
