using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The mixture of symmetric Dirichlet priors of Nemenman, Shafee and Bialek after some counts, over u = ln β.</summary>
/// <remarks>
/// Over u the weight falls like e^(Ku) to the left, K symbols seen, and like e^(−u) to the right, between which there is a peak
/// that may be as narrow as 1/√n. All of it is formed in logarithms, and only differences of log-gammas enter, so n = 10⁹ costs
/// no digits.
/// </remarks>
internal sealed class DirichletMixture(CountsOfCounts counts, long alphabetSize)
{
    private readonly double _n = counts.SampleCount;
    private readonly double _alphabet = alphabetSize;
    private readonly double _unseen = alphabetSize - counts.AlphabetSize;

    // ln Π Γ(c)/Γ(n), which the form for small β leaves out.
    private readonly double _logOfCounts = LogOfCounts(counts);

    /// <summary>The entropy expected after the counts, in nats; the alphabet has at least 2 symbols.</summary>
    public double ExpectedEntropy() =>
        new PeakedIntegral(LogWeight, u => EntropyAt(Math.Exp(u)), -Math.Log(_alphabet), Math.Log(_n)).Mean();

    /// <summary>ln of the evidence for β, times the prior's density over u, up to a constant.</summary>
    public double LogWeight(double u)
    {
        double beta = Math.Exp(u);
        return LogEvidence(beta) + u + Math.Log(PriorSlope(beta));
    }

    /// <summary>
    /// The entropy expected after the counts under the Dirichlet prior of pseudo-count β: a sum of positive terms.
    /// </summary>
    public double EntropyAt(double beta)
    {
        double total = _n + _alphabet * beta;
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
        {
            double c = counts.Counts[i];
            double rest = _n - c + (_alphabet - 1) * beta;
            sum += counts.Multiplicities[i] * ((c + beta) / total * SpecialFunctions.DigammaStep(c + beta + 1, rest));
        }

        if (_unseen > 0)
            sum += _unseen * (beta / total * SpecialFunctions.DigammaStep(beta + 1, _n + (_alphabet - 1) * beta));
        return sum;
    }

    // Γ(Kβ)/Γ(n + Kβ)·Π Γ(c + β)/Γ(β), in two forms whose terms stay small: a step of β from c where the counts outweigh the
    // prior, a step of c from β, less c·ln β of it, where the prior outweighs the counts. There Π β^c/(Kβ)^n = K^(−n) is all
    // that is left out.
    private double LogEvidence(double beta)
    {
        double all = _alphabet * beta;
        return all <= _n ? ForFewPseudoCounts(beta, all) : ForManyPseudoCounts(beta, all);
    }

    private double ForFewPseudoCounts(double beta, double all)
    {
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
            sum += counts.Multiplicities[i] * SpecialFunctions.LogGammaStep(counts.Counts[i], beta);
        double ofPrior = SpecialFunctions.LogGamma(all) - counts.AlphabetSize * SpecialFunctions.LogGamma(beta);
        return sum - SpecialFunctions.LogGammaStep(_n, all) + ofPrior;
    }

    private double ForManyPseudoCounts(double beta, double all)
    {
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
            sum += counts.Multiplicities[i] * SpecialFunctions.LogGammaStepLessPower(beta, counts.Counts[i]);
        return sum - SpecialFunctions.LogGammaStepLessPower(all, _n) - _n * Math.Log(_alphabet) - _logOfCounts;
    }

    // dξ/dβ = Kψ′(Kβ + 1) − ψ′(β + 1), which for large β is the small difference of two terms near 1/β.
    private double PriorSlope(double beta) => beta < 1
        ? _alphabet * SpecialFunctions.Trigamma(_alphabet * beta + 1) - SpecialFunctions.Trigamma(beta + 1)
        : SpecialFunctions.InverseLessTrigamma(beta) - _alphabet * SpecialFunctions.InverseLessTrigamma(_alphabet * beta);

    private static double LogOfCounts(CountsOfCounts counts)
    {
        double sum = 0;
        for (int i = 0; i < counts.Counts.Length; i++)
            sum += counts.Multiplicities[i] * SpecialFunctions.LogGamma(counts.Counts[i]);
        return sum - SpecialFunctions.LogGamma(counts.SampleCount);
    }
}
