using MutualInfo.Kernels;
using static MutualInfo.Tool.Verification.Definitions.DefinitionChecks;

namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Gram matrices whose spectrum is known: two samples, blocks of ones, the identity, all ones.</summary>
internal static class MatrixRenyiDefinitions
{
    public static IEnumerable<Check> All(VerificationContext context)
    {
        double[] clusters = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2];
        foreach (double order in (double[])[0.5, 1, 1.01, 2, 5])
        {
            MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(order, new FixedBandwidth(1));
            double kappa = Math.Exp(-0.5);
            // I(X;X′) against distinct symbols is S(X): the joint matrix is the identity, and so is that of the symbols.
            yield return Entropy(context, "two samples, κ = exp(-1/2)", estimator, Renyi(order, (1 + kappa) / 2, (1 - kappa) / 2), 0, 1);

            MatrixRenyiEstimator narrow = estimator with { Bandwidth = new FixedBandwidth(0.01) };
            yield return Entropy(context, "clusters of 5, 3, 2 samples", narrow, Renyi(order, 0.5, 0.3, 0.2), clusters);
            yield return Entropy(context, "3 equal clusters", narrow, Math.Log(3), 0, 1, 2, 0, 1, 2);
            yield return Entropy(context, "5 samples far apart", narrow, Math.Log(5), 0, 1, 2, 3, 4);
            yield return Entropy(context, "4 equal samples", narrow, 0, 7, 7, 7, 7);
        }

        // Σ p² is 5/8 for each variable and 3/8 for the pairs, so I₂ = −2 ln 5/8 + ln 3/8 = ln 24/25.
        yield return OfLabels(
            context, "labels (1,1,0,1) and (1,1,1,0): below 0", Estimators.MatrixRenyi(2), Math.Log(24.0 / 25), [1, 1, 0, 1], [1, 1, 1, 0]);
    }

    /// <summary>The Rényi entropy of a distribution, Shannon's at order 1.</summary>
    public static double Renyi(double order, params ReadOnlySpan<double> probabilities)
    {
        double sum = 0;
        foreach (double p in probabilities)
            sum += order == 1 ? -p * Math.Log(p) : Math.Pow(p, order);
        return order == 1 ? sum : Math.Log(sum) / (1 - order);
    }
}
