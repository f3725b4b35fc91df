using MutualInfo.Internal;

namespace MutualInfo.Gaussian.Primitives;

/// <summary>The expected error of the logarithm of the determinant of a covariance from n Gaussian samples, mean unknown.</summary>
/// <remarks>
/// (n − 1)·S is Wishart-distributed, and |S| / |Σ| a product of independent χ² of n − 1, …, n − d degrees of freedom over (n − 1)ᵈ: the
/// expected logarithm is <c>Σₖ ψ((n − k)/2) − ln((n − 1)/2)</c>, whatever Σ is.
/// </remarks>
internal static class WishartBias
{
    /// <summary>By how much ½ ln|S| of d dimensions is expected to be off, in nats; below 0, and −∞ nowhere as long as n is above d.</summary>
    public static double OfEntropy(int count, int dimension)
    {
        double sum = 0;
        for (int k = 1; k <= dimension; k++)
            sum += SpecialFunctions.Digamma((count - k) / 2.0) - Math.Log((count - 1) / 2.0);
        return sum / 2;
    }

    /// <summary>By how much ½(ln|Sx| + ln|Sy| − ln|S|) is expected to be too high, in nats; the same bits for x and y swapped.</summary>
    public static double OfInformation(int count, int x, int y)
    {
        (int few, int many) = (Math.Min(x, y), Math.Max(x, y));
        double sum = 0;
        for (int k = 1; k <= few; k++)
            sum += SpecialFunctions.DigammaStep((count - many - k) / 2.0, many / 2.0);
        return sum / 2;
    }
}
