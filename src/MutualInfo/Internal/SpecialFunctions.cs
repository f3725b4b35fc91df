namespace MutualInfo.Internal;

/// <summary>Special functions of positive numbers, to a few units in the last place; checked against 40-digit values.</summary>
/// <remarks>
/// The functions named <c>Step</c> are differences f(x + step) − f(x) without the cancellation of forming both, and without
/// forming x + step, which at a count of 10⁹ would lose a step below 10⁻⁷.
/// </remarks>
internal static partial class SpecialFunctions
{
    /// <summary>From here on the asymptotic series are exact to the last digit: the first term left out is below 10⁻¹⁷.</summary>
    private const double Asymptotic = 10;

    /// <summary>ln(1 + x) for x ≥ −1, where forming 1 + x would lose the digits of a small x.</summary>
    public static double LogPlusOne(double x)
    {
        // The rounding of 1 + x cancels in the quotient, because ln u/(u − 1) hardly changes between neighbours u.
        double sum = 1 + x;
        return sum == 1 ? x : sum > 2 ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>eˣ − 1, where forming eˣ would lose the digits of a small x.</summary>
    public static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        if (power == 1)
            return x;
        return Math.Abs(x) > 1 ? power - 1 : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>c₀ + c₁x + c₂x² + …, by Horner's rule.</summary>
    private static double Polynomial(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * x + coefficients[i];
        return sum;
    }

    /// <summary>
    /// (P(x) − P(y))/(x − y) of the same polynomial: Horner's rule for both at once, so nothing cancels where x and y are near.
    /// </summary>
    private static double DividedDifference(ReadOnlySpan<double> coefficients, double x, double y)
    {
        double value = 0;
        double difference = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            difference = difference * y + value;
            value = value * x + coefficients[i];
        }

        return difference;
    }
}
