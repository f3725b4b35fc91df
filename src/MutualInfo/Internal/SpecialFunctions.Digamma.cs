namespace MutualInfo.Internal;

internal static partial class SpecialFunctions
{
    // The zero of ψ between 1 and 2, less 1, in two parts: near it ψ is their distance times a smooth function.
    private const double DigammaRoot = 0.46163214496836236;
    private const double DigammaRootLow = -1.5522348162858677e-17;

    // B₂ₖ/2k.
    private static ReadOnlySpan<double> DigammaSeries =>
    [
        1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12, -3617.0 / 8160,
    ];

    // B₂ₖ.
    private static ReadOnlySpan<double> TrigammaSeries =>
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798,
    ];

    // ψ(1 + t)/(t − root) for t in [0, 1], in powers of t − ½: a Chebyshev fit at 60 digits, within 10⁻¹⁷.
    private static ReadOnlySpan<double> DigammaFit =>
    [
        0.9510558760318328, -0.4236274212814606, 0.24054248424078697, -0.14840492305388092,
        0.09498872445289039, -0.06192213327548831, 0.040760833940846085, -0.026975796659787055,
        0.017907248317313294, -0.011908220105959716, 0.007927021796868154, -0.005279937255532708,
        0.003518106563802472, -0.0023454947397380833, 0.0015633696313653504, -0.0010364584817312839,
        0.0006909255761282986, -0.00048595039220036254, 0.00032395945401345196, -0.00014480643368061614,
        9.653646261410062e-05, -0.0001782188548855923, 0.00011881232908510335,
    ];

    /// <summary>ψ(x), the derivative of ln Γ(x), for x above 0.</summary>
    public static double Digamma(double x)
    {
        if (x >= Asymptotic)
            return Math.Log(x) + DigammaLessLog(x);
        if (x < 1)
            return DigammaOfOnePlus(x) - 1 / x;
        // Down to [1, 2), where the root is: the terms that are added are positive.
        double sum = 0;
        while (x >= 2)
        {
            x -= 1;
            sum += 1 / x;
        }

        return DigammaOfOnePlus(x - 1) + sum;
    }

    /// <summary>ψ(x) − ln x, for x above 0: about −1/2x, which a difference of the two would lose for large x.</summary>
    public static double DigammaLessLog(double x)
    {
        if (x < Asymptotic)
            return Digamma(x) - Math.Log(x);
        double inverse = 1 / x;
        double square = inverse * inverse;
        return -0.5 * inverse - square * Polynomial(DigammaSeries, square);
    }

    /// <summary>ψ(x + step) − ψ(x), for x above 0 and a step of at least 0.</summary>
    public static double DigammaStep(double x, double step)
    {
        double sum = 0;
        while (x < Asymptotic)
        {
            sum += step / (x * (x + step));
            x += 1;
        }

        double end = x + step;
        double square = 1 / (x * x);
        double squareOfEnd = 1 / (end * end);
        // w·P(w) less the same at the end is (w − w′)·(P(w) + w′·(P(w) − P(w′))/(w − w′)).
        double ofSeries = step * (x + end) * square * squareOfEnd
            * (Polynomial(DigammaSeries, square) + squareOfEnd * DividedDifference(DigammaSeries, square, squareOfEnd));
        return sum + (LogPlusOne(step / x) + (0.5 * step / (x * end) + ofSeries));
    }

    /// <summary>ψ′(x), for x above 0.</summary>
    public static double Trigamma(double x)
    {
        double sum = 0;
        while (x < Asymptotic)
        {
            sum += 1 / (x * x);
            x += 1;
        }

        double inverse = 1 / x;
        return sum + (inverse + inverse * inverse * 0.5 + TrigammaRest(inverse));
    }

    /// <summary>1/x − ψ′(1 + x), for x above 0: about 1/2x², which a difference of the two would lose for large x.</summary>
    public static double InverseLessTrigamma(double x)
    {
        if (x < Asymptotic)
            return 1 / x - Trigamma(1 + x);
        double inverse = 1 / x;
        // ψ′(1 + x) = ψ′(x) − 1/x².
        return inverse * inverse * 0.5 - TrigammaRest(inverse);
    }

    private static double DigammaOfOnePlus(double t) =>
        (t - DigammaRoot - DigammaRootLow) * Polynomial(DigammaFit, t - 0.5);

    private static double TrigammaRest(double inverse)
    {
        double square = inverse * inverse;
        return inverse * square * Polynomial(TrigammaSeries, square);
    }
}
