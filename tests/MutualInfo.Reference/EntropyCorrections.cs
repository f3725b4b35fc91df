namespace MutualInfo.Reference;

/// <summary>
/// Corrected entropies of a histogram, symbol by symbol, as their sources write them. In nats; naive, for small counts.
/// </summary>
public static class EntropyCorrections
{
    private const double Euler = 0.5772156649015329;

    /// <summary>
    /// ln n − (1/n) Σ c·G(c), by the recurrence G(1) = −γ − ln 2, G(2) = 2 + G(1), G(2k + 1) = G(2k), G(2k + 2) = G(2k) + 2/(2k
    /// + 1).
    /// </summary>
    public static double Grassberger2003(int[] counts)
    {
        double n = counts.Sum();
        return Math.Log(n) - counts.Sum(c => c * G(c)) / n;

        static double G(int c)
        {
            double g = -Euler - Math.Log(2);
            for (int k = 0; 2 * k + 2 <= c; k++)
                g += 2.0 / (2 * k + 1);
            return g;
        }
    }

    /// <summary>Σ (c/n)·(ln n − ψ(c) − (−1)^c/(c + 1)).</summary>
    public static double Grassberger1988(int[] counts)
    {
        double n = counts.Sum();
        return counts.Sum(c => c / n * (Math.Log(n) + Euler - Harmonic(c - 1) - (c % 2 == 0 ? 1.0 : -1.0) / (c + 1)));
    }

    /// <summary>−Σ Cp ln(Cp)/(1 − (1 − Cp)ⁿ) with C = 1 − f₁/n, where f₁ = n is taken as n − 1.</summary>
    public static double ChaoShen(int[] counts)
    {
        double n = counts.Sum();
        double once = counts.Count(c => c == 1);
        double coverage = 1 - (once == n ? n - 1 : once) / n;
        return -counts.Sum(c => coverage * c / n * Math.Log(coverage * c / n) / (1 - Math.Pow(1 - coverage * c / n, n)));
    }

    /// <summary>
    /// The entropy of λ/K + (1 − λ)p over an alphabet of K, of which the symbols of the histogram are the first.
    /// </summary>
    public static double Shrinkage(int[] counts, int alphabet)
    {
        double n = counts.Sum();
        double[] shares = [.. counts.Select(c => c / n), .. new double[alphabet - counts.Length]];
        double distance = shares.Sum(p => Math.Pow(p - 1.0 / alphabet, 2));
        double intensity = distance == 0 ? 1 : Math.Clamp((1 - shares.Sum(p => p * p)) / ((n - 1) * distance), 0, 1);
        return PlugIn(shares.Select(p => intensity / alphabet + (1 - intensity) * p));
    }

    /// <summary>Σᵥ Z(v)/v with Z(v) = Σ (c/n)·Π (1 − (c − 1)/(n − j)), j from 1 to v.</summary>
    public static double Zhang(int[] counts)
    {
        int n = counts.Sum();
        double sum = 0;
        for (int v = 1; v < n; v++)
        {
            foreach (int c in counts)
            {
                double product = 1;
                for (int j = 1; j <= v; j++)
                    product *= Math.Max(0, 1 - (c - 1.0) / (n - j));
                sum += (double)c / n * product / v;
            }
        }

        return sum;
    }

    /// <summary>Σ (c/n)·(1/c + … + 1/(n − 1)), and the part of the symbols not seen as an infinite series.</summary>
    public static double ChaoWangJost(int[] counts)
    {
        int n = counts.Sum();
        double once = counts.Count(c => c == 1);
        double twice = counts.Count(c => c == 2);
        double sum = counts.Sum(c => (double)c / n * (Harmonic(n - 1) - Harmonic(c - 1)));
        double a = twice > 0 ? 2 * twice / ((n - 1) * once + 2 * twice) : once > 0 ? 2 / ((n - 1) * (once - 1) + 2) : 1;
        double power = 1 - a;
        for (int j = 1; power > 1e-20; j++)
        {
            sum += once / n * power / (n - 1 + j);
            power *= 1 - a;
        }

        return sum;
    }

    /// <summary>
    /// The entropy of (c + a)/(n + Ka) over an alphabet of K, of which the symbols of the histogram are the first.
    /// </summary>
    public static double Dirichlet(int[] counts, double pseudoCount, int alphabet)
    {
        double total = counts.Sum() + alphabet * pseudoCount;
        return PlugIn(counts.Concat(new int[alphabet - counts.Length]).Select(c => (c + pseudoCount) / total));
    }

    /// <summary>(1/(n + 2)) Σ (c + 1)·(1/(c + 2) + … + 1/(n + 2)) over an alphabet of K.</summary>
    public static double Bonachela(int[] counts, int alphabet)
    {
        int n = counts.Sum();
        return counts.Concat(new int[alphabet - counts.Length]).Sum(c => (c + 1) * (Harmonic(n + 2) - Harmonic(c + 1))) / (n + 2);
    }

    /// <summary>γ − ln 2 + 2 ln n − ψ(n − K).</summary>
    public static double AsymptoticNsb(int[] counts) =>
        Euler - Math.Log(2) + 2 * Math.Log(counts.Sum()) + Euler - Harmonic(counts.Sum() - counts.Length - 1);

    /// <summary>
    /// Nemenman, Shafee and Bialek by the midpoint rule over ξ itself, from 0 to ln K, with β found by bisection. The evidence
    /// is the chance of the samples one by one, each (c + β)/(n + Kβ) given those before it; its error falls like the square of
    /// the steps.
    /// </summary>
    public static double NemenmanShafeeBialek(int[] counts, int alphabet, int steps)
    {
        int n = counts.Sum();
        (double LogEvidence, double Entropy)[] points = new (double, double)[steps];
        for (int i = 0; i < steps; i++)
        {
            double beta = BetaFor((i + 0.5) / steps * Math.Log(alphabet), alphabet);
            double log = 0;
            foreach (int c in counts)
            {
                for (int j = 0; j < c; j++)
                    log += Math.Log(beta + j);
            }

            for (int j = 0; j < n; j++)
                log -= Math.Log(alphabet * beta + j);
            double entropy = Digamma(n + alphabet * beta + 1);
            foreach (int c in counts.Concat(new int[alphabet - counts.Length]))
                entropy -= (c + beta) / (n + alphabet * beta) * Digamma(c + beta + 1);
            points[i] = (log, entropy);
        }

        double most = points.Max(point => point.LogEvidence);
        double weight = points.Sum(point => Math.Exp(point.LogEvidence - most));
        return points.Sum(point => Math.Exp(point.LogEvidence - most) * point.Entropy) / weight;
    }

    private static double BetaFor(double xi, int alphabet)
    {
        (double low, double high) = (-60.0, 60.0);
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            double beta = Math.Exp(middle);
            if (Digamma(alphabet * beta + 1) - Digamma(beta + 1) < xi)
                low = middle;
            else
                high = middle;
        }

        return Math.Exp(low);
    }

    private static double Digamma(double x)
    {
        double sum = 0;
        for (; x < 30; x++)
            sum -= 1 / x;
        double square = 1 / (x * x);
        return sum + Math.Log(x) - 0.5 / x - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
    }

    private static double Harmonic(int n) => Enumerable.Range(1, Math.Max(0, n)).Sum(k => 1.0 / k);

    private static double PlugIn(IEnumerable<double> shares) => -shares.Where(p => p > 0).Sum(p => p * Math.Log(p));
}
