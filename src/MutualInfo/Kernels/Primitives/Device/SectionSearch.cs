namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>Bisection with several points: an interval that holds the eigenvalue of one index is cut by equally spaced points.</summary>
internal static class SectionSearch
{
    /// <summary>The number of cuts after which an interval as wide as twice the norm is narrower than its rounding.</summary>
    /// <param name="points">The points of each cut, which leave points + 1 parts.</param>
    public static int Rounds(int points) => (int)Math.Ceiling(56 / Math.Log2(points + 1));

    /// <summary>The point of a cut, from 0 to points − 1.</summary>
    public static double Point(double low, double high, int point, int points) => low + (high - low) * ((point + 1.0) / (points + 1));
}
