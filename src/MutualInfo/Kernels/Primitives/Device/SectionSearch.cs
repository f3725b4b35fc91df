namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>Bisection with several points: an interval that holds the eigenvalue of one index is cut by equally spaced points.</summary>
internal static class SectionSearch
{
    /// <summary>The points of a cut for a matrix of an order, a power of two: a small matrix alone would leave a device idle.</summary>
    /// <remarks>By the order alone, so that an eigenvalue has the same bits in whatever company its matrix is.</remarks>
    public static int Points(int order) => order <= 128 ? 8 : order <= 512 ? 4 : order <= 2048 ? 2 : 1;

    /// <summary>The number of cuts after which an interval as wide as twice the norm is narrower than its rounding: 56 halvings or their like.</summary>
    /// <param name="points">The points of each cut, 1, 2, 4 or 8, which leave points + 1 parts.</param>
    public static int Rounds(int points) => points == 1 ? 56 : points == 2 ? 36 : points == 4 ? 25 : 18;

    /// <summary>The point of a cut, from 0 to points − 1.</summary>
    public static double Point(double low, double high, int point, int points) => low + (high - low) * ((point + 1.0) / (points + 1));
}
