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
