namespace MutualInfo.Significance.Primitives;

/// <summary>
/// The regularised upper incomplete gamma function Q(a, x), as a logarithm: far tails have no double of their own.
/// </summary>
/// <remarks>
/// The power series of P = 1 − Q below x = a + 1, Lentz's continued fraction above: DLMF 8.11.4 and 8.9.2. Both take some √a
/// terms where x is near a. Relative error of Q about 1e−13 up to a = 10⁶, plus that of exp(ln Q).
/// </remarks>
internal static class IncompleteGamma
{
    private const double StirlingFrom = 16;
    private const double Precision = 1.1102230246251565e-16;

    /// <summary>ln Q(a, x).</summary>
    /// <param name="a">A multiple of ½, above 0.</param>
    /// <param name="x">0 or more.</param>
    public static double LogUpper(double a, double x)
    {
        if (x == 0)
            return 0;
        if (double.IsPositiveInfinity(x))
            return double.NegativeInfinity;
        return x < a + 1
            ? LogarithmNearOne.OfOneMinus(Math.Min(1, Math.Exp(LogPower(a, x)) * LowerSeries(a, x)))
            : LogPower(a, x) + Math.Log(UpperFraction(a, x));
    }

    /// <summary>ln(xᵃ·e^(−x)/Γ(a)).</summary>
    private static double LogPower(double a, double x)
    {
        if (a < StirlingFrom)
            return a * Math.Log(x) - x - LogGammaOfHalves(a);
        // (x/a)ᵃ·e^(a − x) takes only a difference from 1, so nothing cancels where both are large: a·ln x and x would.
        return -a * LogarithmNearOne.Deficit((x - a) / a) + 0.5 * Math.Log(a / (2 * Math.PI)) - StirlingCorrection(a);
    }

    /// <summary>Σ xⁿ/(a(a + 1)…(a + n)).</summary>
    private static double LowerSeries(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (double n = 1; term > sum * (Precision / 4); n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))).</summary>
    private static double UpperFraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = double.PositiveInfinity;
        double d = 1 / b;
        double value = d;
        double factor;
        double n = 1;
        do
        {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / (numerator * d + b);
            c = b + numerator / c;
            factor = c * d;
            value *= factor;
            n++;
        }
        while (Math.Abs(factor - 1) > 2 * Precision);

        return value;
    }

    // Γ(½) = √π, Γ(1) = 1, Γ(a + 1) = a·Γ(a): below 16 no product rounds by more than a few ulps.
    private static double LogGammaOfHalves(double a)
    {
        double gamma = a == Math.Floor(a) ? 1 : Math.Sqrt(Math.PI);
        for (double factor = a - 1; factor > 0; factor--)
            gamma *= factor;
        return Math.Log(gamma);
    }

    /// <summary>ln Γ(a) − ((a − ½)·ln a − a + ½·ln 2π), by Stirling's series: at 16 what is left off is below 1e−17.</summary>
    private static double StirlingCorrection(double a)
    {
        double square = 1 / (a * a);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * (691.0 / 360360)))))) / a;
    }
}
