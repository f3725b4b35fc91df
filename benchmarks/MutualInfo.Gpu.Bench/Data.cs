using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Bench;

/// <summary>Seeded samples, the same in every run and in the script beside this program only in kind.</summary>
internal static class Data
{
    /// <summary>n standard normal samples of d features.</summary>
    public static double[] Normal(int n, int d, int seed)
    {
        Random random = new(seed);
        double[] values = new double[n * d];
        for (int i = 0; i < values.Length; i++)
            values[i] = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return values;
    }

    /// <summary>Their Gaussian similarity, σ = √d/2, at which the matrix is neither the identity nor all ones.</summary>
    public static Similarity Gaussian(int n, int d, int seed) =>
        Similarity.Gaussian(Samples.FromRows<double>(Normal(n, d, seed), d), 0.5 * Math.Sqrt(d));

    /// <summary>What a similarity in single precision may be off by: (0.4·D + 1.8·r + 8)·2⁻²⁴, r the greatest distance from the mean in bandwidths.</summary>
    public static double SinglePrecisionBound(Similarity similarity)
    {
        int d = similarity.Dimension, n = similarity.Count;
        double[] mean = new double[d];
        for (int i = 0; i < n * d; i++)
            mean[i % d] += similarity.Coordinates[i] / n;
        double farthest = 0;
        for (int i = 0; i < n; i++)
        {
            double square = 0;
            for (int k = 0; k < d; k++)
                square += Math.Pow(similarity.Coordinates[i * d + k] - mean[k], 2);
            farthest = Math.Max(farthest, Math.Sqrt(square));
        }

        return (0.4 * d + 1.8 * farthest + 8) * Math.ScaleB(1, -24);
    }

    /// <summary>The same joined with ten classes.</summary>
    public static Similarity WithClasses(int n, int d, int seed)
    {
        int[] labels = [.. Enumerable.Range(0, n).Select(i => i * 7 % 10)];
        return Similarity.Join(Gaussian(n, d, seed), Similarity.Delta(Symbols.FromLabels(labels)));
    }

    /// <summary>The same with every sample given three times.</summary>
    public static Similarity WithRepetitions(int n, int d, int seed)
    {
        double[] once = Normal(n / 3, d, seed);
        double[] thrice = [.. once, .. once, .. once];
        return Similarity.Gaussian(Samples.FromRows<double>(thrice, d), 0.5 * Math.Sqrt(d));
    }
}
