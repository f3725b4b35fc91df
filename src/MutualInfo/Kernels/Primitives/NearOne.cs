namespace MutualInfo.Kernels.Primitives;

/// <summary>Logarithms just above 1 and exponentials just above 0, without cancellation.</summary>
/// <remarks>
/// Kahan's corrections: the rounding of 1 + x, or of e^x, is measured by the inverse function and divided out. The framework's
/// <c>double.LogP1</c> and <c>double.ExpM1</c> form 1 + x and e^x − 1 directly and lose the digits that matter here.
/// </remarks>
internal static class NearOne
{
    /// <summary>ln(1 + x) for x above −1.</summary>
    public static double Log1P(double x)
    {
        double one = 1 + x;
        return one == 1 ? x : Math.Log(one) * x / (one - 1);
    }

    /// <summary>e^x − 1.</summary>
    public static double ExpM1(double x)
    {
        double power = Math.Exp(x);
        if (power == 1)
            return x;
        double difference = power - 1;
        return difference == -1 || double.IsInfinity(power) ? difference : difference * x / Math.Log(power);
    }
}
