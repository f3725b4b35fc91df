namespace MutualInfo.Internal;

/// <summary>A number as the unevaluated sum of two doubles: about 32 digits.</summary>
/// <remarks>
/// Source: Dekker, A floating-point technique for extending the available precision, 1971, with a fused multiply-add for the
/// products.
/// </remarks>
/// <param name="High">The number, rounded.</param>
/// <param name="Low">What the rounding left over.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        double sum = x.High + y.High;
        double shareOfY = sum - x.High;
        double error = x.High - (sum - shareOfY) + (y.High - shareOfY);
        return Normalised(sum, error + (x.Low + y.Low));
    }

    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        double product = x.High * y.High;
        double error = Math.FusedMultiplyAdd(x.High, y.High, -product);
        return Normalised(product, error + (x.High * y.Low + x.Low * y.High));
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        double quotient = x.High / y.High;
        DoubleDouble rest = x - y * quotient;
        return Normalised(quotient, rest.High / y.High);
    }

    /// <summary>The square root of a positive number, by one step of Newton's method from the rounded one.</summary>
    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        double root = Math.Sqrt(x.High);
        DoubleDouble rest = x - (DoubleDouble)root * root;
        return Normalised(root, rest.High / (2 * root));
    }

    private static DoubleDouble Normalised(double high, double low)
    {
        double sum = high + low;
        return new DoubleDouble(sum, high - sum + low);
    }
}
