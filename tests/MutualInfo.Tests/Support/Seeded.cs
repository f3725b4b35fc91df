namespace MutualInfo.Tests.Support;

/// <summary>Random numbers that are the same in every run: .NET keeps the sequence of a seeded <see cref="Random"/>.</summary>
internal static class Seeded
{
    /// <summary>Standard normals, by Box and Muller.</summary>
    public static double[] Normal(Random random, int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return values;
    }

    public static double[] Uniform(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

    public static int[] Labels(Random random, int count, int classes) => [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
}
