namespace MutualInfo.Significance.Primitives;

/// <summary>
/// Functions of 1 + x that lose no digits where x is small, which <see cref="Math.Log(double)"/> of a rounded 1 + x would.
/// </summary>
internal static class LogarithmNearOne
{
    private const double Near = 0.25;

    /// <summary>x − ln(1 + x), which is near x²/2; 0 or more. For x above −1.</summary>
    public static double Deficit(double x)
    {
        if (Math.Abs(x) > Near)
            return x - Math.Log(1 + x);
        // ln(1 + x) = 2·artanh s with s = x/(2 + x), and x = 2s/(1 − s): the terms of first order cancel by themselves.
        double s = x / (2 + x);
        double square = s * s;
        double sum = 0;
        // |s| ≤ 1/7: the last term is below 1e−17 of the first.
        for (int k = 19; k >= 3; k -= 2)
            sum = square * sum + 1.0 / k;
        return 2 * square * (1 / (1 - s) - s * sum);
    }

    /// <summary>(1 + x)·ln(1 + x) − x, which is near x²/2; 0 or more. For x of at least −1.</summary>
    public static double Divergence(double x)
    {
        if (x == -1)
            return 1;
        return Math.Abs(x) > Near ? (1 + x) * Math.Log(1 + x) - x : x * x - (1 + x) * Deficit(x);
    }

    /// <summary>ln(1 − x) for x from 0 to 1.</summary>
    public static double OfOneMinus(double x) => -x - Deficit(-x);
}
