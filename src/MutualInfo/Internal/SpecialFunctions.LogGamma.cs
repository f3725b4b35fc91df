namespace MutualInfo.Internal;

internal static partial class SpecialFunctions
{
    private const double HalfLogOfTwoPi = 0.91893853320467274178;

    // B₂ₖ/(2k(2k − 1)).
    private static ReadOnlySpan<double> StirlingSeries =>
    [
        1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
    ];

    // ln Γ(1 + t)/(t(t − 1)) for t in [0, 1], in powers of t − ½: a Chebyshev fit at 60 digits, within 10⁻¹⁸.
    private static ReadOnlySpan<double> LogGammaFit =>
    [
        0.4831289505409809, -0.14595989591430608, 0.06291140107456439, -0.031308487501010646,
        0.01679709863127416, -0.009425622448525798, 0.005446457839126065, -0.0032120740737152814,
        0.0019229163127905161, -0.0011644145847310124, 0.000711519067515296, -0.00043799307479613914,
        0.00027131373861446925, -0.0001689178215524898, 0.00010535512483785591, -6.614136022346414e-05,
        4.30276814976503e-05, -2.7201673025504752e-05, 1.3186019073996835e-05, -8.355075869795273e-06,
        1.2140008083973407e-05, -7.760660152513446e-06,
    ];

    /// <summary>ln Γ(x), for x above 0.</summary>
    public static double LogGamma(double x)
    {
        if (x >= Asymptotic)
            return (x - 0.5) * Math.Log(x) - x + HalfLogOfTwoPi + Stirling(x);
        if (x < 1)
            return LogGammaOfOnePlus(x) - Math.Log(x);
        double product = 1;
        while (x >= 2)
        {
            x -= 1;
            product *= x;
        }

        return LogGammaOfOnePlus(x - 1) + Math.Log(product);
    }

    /// <summary>ln Γ(x + step) − ln Γ(x), for x above 0 and a step of at least 0.</summary>
    public static double LogGammaStep(double x, double step)
    {
        double sum = 0;
        while (x < Asymptotic)
        {
            sum += LogPlusOne(step / x);
            x += 1;
        }

        double end = x + step;
        return (x - 0.5) * LogPlusOne(step / x) + step * (Math.Log(end) - 1) - StirlingFall(x, step) - sum;
    }

    /// <summary>ln Γ(x + step) − ln Γ(x) − step·ln x, which goes to 0 where x is large beside step².</summary>
    public static double LogGammaStepLessPower(double x, double step)
    {
        if (x < Asymptotic)
            return LogGammaStep(x, step) - step * Math.Log(x);
        double end = x + step;
        return (end - 0.5) * LogPlusOne(step / x) - step - StirlingFall(x, step);
    }

    private static double LogGammaOfOnePlus(double t) => t * (t - 1) * Polynomial(LogGammaFit, t - 0.5);

    private static double Stirling(double x)
    {
        double inverse = 1 / x;
        return inverse * Polynomial(StirlingSeries, inverse * inverse);
    }

    /// <summary>The series at x less the series at x + step, both in 1/x.</summary>
    private static double StirlingFall(double x, double step)
    {
        double end = x + step;
        double inverse = 1 / x;
        double inverseOfEnd = 1 / end;
        double square = inverse * inverse;
        double squareOfEnd = inverseOfEnd * inverseOfEnd;
        double fall = step * inverse * inverseOfEnd;
        // v·P(v²) less the same at the end is (v − v′)·(P(v²) + v′·(v + v′)·(P(v²) − P(v′²))/(v² − v′²)).
        return fall * (Polynomial(StirlingSeries, square)
            + inverseOfEnd * (inverse + inverseOfEnd) * DividedDifference(StirlingSeries, square, squareOfEnd));
    }
}
