namespace MutualInfo.Training.SignCodes;

/// <summary>What n signs can tell of d independent normal numbers, at a rate of r = n/d bits for each.</summary>
/// <remarks>Source: Shevchenko, Kögler, Hassani and Mondelli (ICML 2023), for codes sign(Bx) and linear decoders.</remarks>
public static class SignLimits
{
    /// <summary>
    /// The least mean squared error for each number: 1 − 2r/π up to r = 1, which orthonormal rows reach; from r = 1 on no less
    /// than 1 − r/(r + π/2 − 1), which tight frames approach as d grows.
    /// </summary>
    public static double Optimum(double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        return rate <= 1 ? 1 - (2 * rate / Math.PI) : 1 - (rate / (rate + (Math.PI / 2) - 1));
    }

    /// <summary>
    /// The least error of any code of that rate, 2^(−2r): Shannon's distortion-rate function of a normal source.
    /// </summary>
    public static double Shannon(double rate) => Math.Pow(2, -2 * rate);
}
