namespace MutualInfo.Tests.Parity.Spectra;

/// <summary>
/// The rule for eigenvalues. A backward-stable method gives those of a matrix within n·ε·‖A‖ of the given one, and by Weyl's theorem they
/// move no further: |λ − λ_ref| ≤ n·ε·‖A‖ everywhere.
/// </summary>
internal static class EigenvalueBound
{
    public const double Epsilon = 2.220446049250313e-16;

    /// <summary>Requires the rule, and says by how much of what it allows it was missed.</summary>
    public static void Require(double[] expected, double[] actual, string name)
    {
        int n = expected.Length;
        double norm = n == 0 ? 0 : expected.Max(Math.Abs);
        for (int i = 0; i < n; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            if (!(error <= n * Epsilon * norm))
                Assert.Fail($"{name}, λ[{i}]: {actual[i]:R}, expected {expected[i]:R}, {error / (n * Epsilon * norm):F2} of what is allowed");
            Assert.True(i == 0 || actual[i] >= actual[i - 1], $"{name}, λ[{i}] is below λ[{i - 1}]");
        }
    }
}
