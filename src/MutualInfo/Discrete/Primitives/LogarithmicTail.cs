using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// <c>(1 − a)^(1 − n)·(−ln a − Σ (1 − a)^r/r)</c>, r from 1 to n − 1, which is <c>Σ (1 − a)^j/(n − 1 + j)</c> over j ≥ 1: the
/// tail of the series of −ln a. As written the first form overflows where a·n is large, and the second takes 1/a terms.
/// </summary>
internal static class LogarithmicTail
{
    private const double EulersConstant = 0.57721566490153286061;

    /// <summary>The tail for a in (0, 1) and n ≥ 2.</summary>
    public static double Of(double a, double n) => a * n <= 1 ? BySeries(a, n) : ByFraction(1 - a, n);

    /// <summary>−ln a − (ψ(n) + γ) + Σ (−1)^(k + 1)·C(n − 1, k)·a^k/k, whose terms fall like 1/k!.</summary>
    private static double BySeries(double a, double n)
    {
        double sum = 0;
        double power = -1;
        for (int k = 1; k < n; k++)
        {
            // C(n − 1, k)·(−a)^k, with the sign of −(−1)^k.
            power *= -a * (n - k) / k;
            double before = sum;
            sum += power / k;
            if (sum == before)
                break;
        }

        double tail = -Math.Log(a) - (SpecialFunctions.Digamma(n) + EulersConstant) + sum;
        return tail * Math.Exp((1 - n) * SpecialFunctions.LogPlusOne(-a));
    }

    /// <summary>q/n times the continued fraction of the incomplete beta function B(q; n, 0), by Lentz's rule.</summary>
    private static double ByFraction(double q, double n)
    {
        // 1/(1 + d₁/(1 + d₂/(1 + …))): every dₖ is above −½, and no denominator vanishes.
        double numerators = 1;
        double denominators = 1 / (1 - n * q / (n + 1));
        double fraction = denominators;
        for (int m = 1; ; m++)
        {
            double even = -(double)m * m * q / ((n + 2 * m - 1) * (n + 2 * m));
            double odd = -(n + m) * (n + m) * q / ((n + 2 * m) * (n + 2 * m + 1));
            double before = fraction;
            foreach (double d in (ReadOnlySpan<double>)[even, odd])
            {
                denominators = 1 / (1 + d * denominators);
                numerators = 1 + d / numerators;
                fraction *= denominators * numerators;
            }

            if (Math.Abs(fraction - before) <= 4 * CountsOfCounts.RelativeRounding * fraction)
                return q / n * fraction;
        }
    }
}
