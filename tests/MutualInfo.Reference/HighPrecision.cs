namespace MutualInfo.Reference;

/// <summary>The exponential in decimal arithmetic of 28 digits.</summary>
public static class HighPrecision
{
    private const decimal LnTwo = 0.6931471805599453094172321215m;

    /// <summary>How far a number is from e^x, for x from −745 to 0, in units that are given. Good to 1e−8 units in the last place of a double.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="actual">The number in question.</param>
    /// <param name="unit">The unit: the distance of the number to its neighbour.</param>
    /// <remarks>
    /// x = n·ln 2 + r. Everything is taken 2⁻ⁿ times, so that the numbers compared are near 1. ln 2 is off by at most 5e−29 and n at most 1075,
    /// so r, and with it e^r, is off by 6e−26; the sum of thirty terms adds as many roundings of 5e−29.
    /// </remarks>
    public static double ErrorOfExp(double x, double actual, double unit)
    {
        int n = (int)Math.Round(x / Math.Log(2));
        decimal r = Exactly(x) - n * LnTwo;
        decimal term = 1;
        decimal sum = 1;
        for (int k = 1; k <= 30; k++)
        {
            term *= r / k;
            sum += term;
        }

        decimal difference = Exactly(ScaleB(actual, -n)) - sum;
        return (double)Math.Abs(difference) / ScaleB(unit, -n);
    }

    // A conversion would keep 15 digits. Pieces of 30 bits are whole numbers, and a double between 2⁻³⁸ and 2³⁰ has no more than three.
    private static decimal Exactly(double x)
    {
        decimal value = 0;
        decimal weight = 1;
        for (int piece = 0; piece < 4; piece++)
        {
            double whole = Math.Truncate(x);
            value += (decimal)whole * weight;
            x = (x - whole) * (1 << 30);
            weight /= 1 << 30;
        }

        return value;
    }

    // In two halves: 2^1075 itself is out of range.
    private static double ScaleB(double x, int exponent) => Math.ScaleB(Math.ScaleB(x, exponent / 2), exponent - exponent / 2);
}
