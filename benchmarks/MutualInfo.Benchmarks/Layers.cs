using MutualInfo.Reference;

namespace MutualInfo.Benchmarks;

/// <summary>The data of the benchmarks: seeded, so that every run measures the same work.</summary>
internal static class Layers
{
    /// <summary>n samples of d numbers as a tanh layer has them, in (−1, 1).</summary>
    public static float[] Tanh(int n, int d)
    {
        Random random = new(1);
        float[] values = new float[n * d];
        for (int i = 0; i < values.Length; i++)
            values[i] = MathF.Tanh(3 * (2 * random.NextSingle() - 1));
        return values;
    }

    /// <summary>n labels of two classes.</summary>
    public static int[] Labels(int n)
    {
        Random random = new(2);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++)
            labels[i] = random.Next(2);
        return labels;
    }

    /// <summary>The Gram matrix of <see cref="Tanh"/> at σ = 0.5, n × n, row-major.</summary>
    public static double[] Gram(int n, int d)
    {
        double[] values = [.. Tanh(n, d).Select(value => (double)value)];
        return [.. Pairs.Gram(values, d, 0.5).Cast<double>()];
    }

    /// <summary>n rows of random bytes, drawn from as many different ones.</summary>
    public static byte[] RepeatedRows(int n, int width, int different)
    {
        Random random = new(3);
        byte[] pool = new byte[different * width];
        random.NextBytes(pool);
        if (different == n)
            return pool;
        byte[] rows = new byte[n * width];
        for (int row = 0; row < n; row++)
            pool.AsSpan(random.Next(different) * width, width).CopyTo(rows.AsSpan(row * width));
        return rows;
    }
}
