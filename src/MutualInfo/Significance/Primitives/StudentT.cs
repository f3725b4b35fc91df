namespace MutualInfo.Significance.Primitives;

/// <summary>Student's t distribution with a whole number of degrees of freedom.</summary>
internal static class StudentT
{
    /// <summary>The t that |T| stays below with a given probability.</summary>
    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double TwoSidedQuantile(double probability, int freedom)
    {
        // Bisection in the angle θ = arctan(t/√ν), where the distribution is a finite sum and both ends are finite.
        double low = 0;
        double high = Math.PI / 2;
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            if (Within(middle, freedom) < probability)
                low = middle;
            else
                high = middle;
        }

        return Math.Sqrt(freedom) * Math.Tan((low + high) / 2);
    }

    /// <summary>P(|T| ≤ √ν·tan θ). Source: Abramowitz and Stegun, 26.7.3 and 26.7.4.</summary>
    private static double Within(double angle, int freedom)
    {
        double cosine = Math.Cos(angle);
        bool isOdd = freedom % 2 == 1;
        double term = isOdd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k <= freedom - 2; k += 2)
        {
            // From cosᵏ⁻² to cosᵏ: the factors 2/3, 4/5, … for odd ν and 1/2, 3/4, … for even ν.
            term *= (k - 1.0) / k * cosine * cosine;
            sum += term;
        }

        return isOdd ? 2 / Math.PI * (angle + Math.Sin(angle) * sum) : Math.Sin(angle) * sum;
    }
}
