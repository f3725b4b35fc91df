using System.Numerics.Tensors;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The Rényi entropy of a spectrum whose eigenvalues sum to 1.</summary>
internal static class SpectralEntropy
{
    // What an eigensolver in double cannot tell from 0 beside the largest eigenvalue of a few thousand samples.
    private const double RelativeFloorBelowOrderOne = 1e-12;

    /// <summary>S_α in nats, for any order above 0.</summary>
    /// <param name="eigenvalues">Eigenvalues that sum to 1, in any order; negative ones are rounding and count as 0.</param>
    /// <param name="order">α.</param>
    public static double Nats(ReadOnlySpan<double> eigenvalues, double order)
    {
        double largest = TensorPrimitives.Max(eigenvalues);
        double entropy = order switch
        {
            1 => VonNeumann(eigenvalues),
            double.PositiveInfinity => -Math.Log(largest),
            < 2 => AnchoredToTrace(eigenvalues, order, order < 1 ? RelativeFloorBelowOrderOne * largest : 0),
            _ => RelativeToLargest(eigenvalues, order, largest),
        };

        // −log 1 is −0.
        return entropy + 0.0;
    }

    /// <summary>S_α in nats from tr A^α, A = K/n.</summary>
    public static double OfTraceNats(double trace, double order) => Math.Log(trace) / (1 - order) + 0.0;

    /// <summary>tr A², the sum of the squared eigenvalues.</summary>
    public static double TraceOfSquare(ReadOnlySpan<double> eigenvalues)
    {
        double sum = 0;
        foreach (double value in eigenvalues)
            sum += value * value;
        return sum;
    }

    /// <summary>
    /// The root of the mean square of all similarities but those of samples to themselves, from tr A². NaN for one sample.
    /// </summary>
    public static double RootMeanSquareSimilarity(double traceOfSquare, int count)
    {
        // n·tr A² is 1 for the identity, where rounding may leave less.
        return count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, count * traceOfSquare - 1) / (count - 1));
    }

    /// <summary>
    /// The similarity s of all pairs alike that has a given tr A^α, for an order above 1: for order 2 the root mean square. NaN for one sample.
    /// </summary>
    /// <remarks>Such a matrix has the eigenvalues (1 + (n − 1)s)/n once and (1 − s)/n else, so the trace grows with s from n^(1 − α) to 1.</remarks>
    public static double EqualSimilarity(double traceOfPower, double order, int count)
    {
        if (count < 2)
            return double.NaN;
        (double low, double high) = (0, 1);
        // Each step halves the interval: the last one is a rounding of 1.
        for (int step = 0; step < 53; step++)
        {
            double middle = (low + high) / 2;
            double trace = Math.Pow((1 + (count - 1) * middle) / count, order) + (count - 1) * Math.Pow((1 - middle) / count, order);
            (low, high) = trace < traceOfPower ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double VonNeumann(ReadOnlySpan<double> eigenvalues)
    {
        double sum = 0;
        foreach (double value in eigenvalues)
        {
            if (value > 0)
                sum -= value * Math.Log(value);
        }

        return sum;
    }

    /// <summary>
    /// Σ λ^α = 1 + Σ (λ^α − λ), since the trace is known to be 1: near order 1 this keeps the digits that the
    /// factor 1/(1 − α) would eat.
    /// </summary>
    private static double AnchoredToTrace(ReadOnlySpan<double> eigenvalues, double order, double floor)
    {
        double sum = 0;
        foreach (double value in eigenvalues)
        {
            if (value > floor)
                sum += value * NearOne.ExpM1((order - 1) * Math.Log(value));
        }

        return NearOne.Log1P(sum) / (1 - order);
    }

    /// <summary>λ_max is taken out of the sum, so that no power underflows at high orders.</summary>
    private static double RelativeToLargest(ReadOnlySpan<double> eigenvalues, double order, double largest)
    {
        double sum = 0;
        foreach (double value in eigenvalues)
        {
            if (value > 0)
                sum += Math.Exp(order * Math.Log(value / largest));
        }

        return (order * Math.Log(largest) + Math.Log(sum)) / (1 - order);
    }
}
