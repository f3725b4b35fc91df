namespace MutualInfo.Significance.Primitives;

/// <summary>How far numbers lie from their mean.</summary>
internal static class Spread
{
    /// <summary>Σ (xᵢ − mean)², in the order of the numbers.</summary>
    public static double Squares(ReadOnlySpan<double> values, double mean)
    {
        double sum = 0;
        foreach (double value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }

    /// <summary>The standard deviation with n − 1; 0 of a single number.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values, double mean) =>
        values.Length == 1 ? 0 : Math.Sqrt(Squares(values, mean) / (values.Length - 1));
}
