namespace MutualInfo.Tests.Variational;

/// <summary>Seeded normal numbers.</summary>
internal static class Normals
{
    public static double Draw(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double[] Draw(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Draw(random))];

    /// <summary>ln of the density of N(mean, deviation²).</summary>
    public static double LogDensity(double x, double mean, double deviation) =>
        (-0.5 * Math.Pow((x - mean) / deviation, 2)) - Math.Log(deviation) - (0.5 * Math.Log(2 * Math.PI));
}
