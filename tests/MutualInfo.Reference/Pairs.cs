namespace MutualInfo.Reference;

/// <summary>What is computed over all pairs of samples, one pair at a time.</summary>
public static class Pairs
{
    /// <summary>The squared Euclidean distance of two rows.</summary>
    public static double SquaredDistance(double[] values, int dimension, int i, int j)
    {
        double sum = 0;
        for (int k = 0; k < dimension; k++)
        {
            double difference = values[i * dimension + k] - values[j * dimension + k];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>The Gram matrix of exp(−‖x − x′‖²/2σ²).</summary>
    public static double[,] Gram(double[] values, int dimension, double sigma)
    {
        int n = values.Length / dimension;
        double[,] gram = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                gram[i, j] = Math.Exp(-SquaredDistance(values, dimension, i, j) / (2 * sigma * sigma));
        }

        return gram;
    }

    /// <summary>The distances of all pairs of different rows.</summary>
    public static IEnumerable<double> Distances(double[] values, int dimension)
    {
        int n = values.Length / dimension;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                yield return Math.Sqrt(SquaredDistance(values, dimension, i, j));
        }
    }

    /// <summary>The middle number, or the mean of the two middle ones.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
