namespace MutualInfo.Tool.Tests.Support;

/// <summary>Small seeded data, the same at every run.</summary>
internal static class SampleData
{
    public static float[] Tanh(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => MathF.Tanh(3 * (random.NextSingle() - 0.5f)))];
    }

    public static int[] Labels(int count, int classes, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))];
    }
}
