namespace MutualInfo.Reference;

/// <summary>A number of about 32 digits: the unevaluated sum of two doubles. Dekker, Numer. Math. 18:224 (1971).</summary>
public readonly record struct DoubleDouble(double High, double Low)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        (double sum, double error) = TwoSum(left.High, right.High);
        (double low, double lowError) = TwoSum(left.Low, right.Low);
        (sum, error) = QuickTwoSum(sum, error + low);
        (sum, error) = QuickTwoSum(sum, error + lowError);
        return new DoubleDouble(sum, error);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        double product = left.High * right.High;
        double error = Math.FusedMultiplyAdd(left.High, right.High, -product);
        (product, error) = QuickTwoSum(product, error + (left.High * right.Low + left.Low * right.High));
        return new DoubleDouble(product, error);
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        // Long division, a double at a time.
        double first = left.High / right.High;
        DoubleDouble rest = left - right * first;
        double second = rest.High / right.High;
        rest -= right * second;
        (double sum, double error) = QuickTwoSum(first, second);
        return new DoubleDouble(sum, error) + rest.High / right.High;
    }

    public static DoubleDouble Sqrt(DoubleDouble value)
    {
        if (value.High <= 0)
            return 0;
        // One step of Newton's method doubles the digits of the root in double.
        double root = Math.Sqrt(value.High);
        return root + (value - (DoubleDouble)root * root) / (2 * root);
    }

    public static DoubleDouble Abs(DoubleDouble value) => value.High < 0 ? -value : value;

    private static (double Sum, double Error) TwoSum(double left, double right)
    {
        double sum = left + right;
        double virtualRight = sum - left;
        return (sum, left - (sum - virtualRight) + (right - virtualRight));
    }

    private static (double Sum, double Error) QuickTwoSum(double left, double right)
    {
        double sum = left + right;
        return (sum, right - (sum - left));
    }
}
