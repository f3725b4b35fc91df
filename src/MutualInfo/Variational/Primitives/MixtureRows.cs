using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Variational.Primitives;

/// <summary>
/// Row sums of exp(−D) over all pairs of n Gaussian noises, for two distances D, and the bounds that follow from them.
/// </summary>
internal static class MixtureRows
{
    private const int TileSize = NoiseTiles.TileSize;

    // e^−708 is 3e−308: nothing beside the 1 of every row. Below it the framework's exponential rounds by where a tile lies in
    // memory.
    private const double LeastExponent = -708;

    public static InformationBounds Bounds(NoiseTiles noises, EstimationOptions options)
    {
        double[] upper = new double[noises.Count], lower = new double[noises.Count];
        ParallelWork.ForRows(noises.Count, options, row =>
        {
            Span<double> divergences = stackalloc double[TileSize], exponents = stackalloc double[TileSize];
            Span<double> overlaps = stackalloc double[TileSize];
            for (int tile = 0; tile < noises.TileCount; tile++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                divergences.Clear();
                exponents.Clear();
                overlaps.Fill(1);
                for (int k = 0; k < noises.Dimension; k++)
                {
                    AddDimension(
                        noises.Mean(row, k), noises.Deviation(row, k), noises.Means(tile, k), noises.Deviations(tile, k),
                        divergences, exponents, overlaps);
                }

                int length = Math.Min(TileSize, noises.Count - (tile * TileSize)), self = row - (tile * TileSize);
                KullbackLeibler(noises, row, tile, divergences);
                Bhattacharyya(exponents, overlaps);
                if ((uint)self < (uint)length)
                    divergences[self] = exponents[self] = 1;
                upper[row] += OrderedSum.Of(divergences[..length]);
                lower[row] += OrderedSum.Of(exponents[..length]);
            }
        });

        return new InformationBounds(
            Information.FromNats(RowMeanEntropy.Nats(lower)), Information.FromNats(RowMeanEntropy.Nats(upper)), noises.Count);
    }

    // Adds one dimension: (σᵢ² + Δ²)/σⱼ² for Kullback and Leibler; Δ²/(σᵢ² + σⱼ²), and the factor ½(σᵢ/σⱼ + σⱼ/σᵢ) ≥ 1, for
    // Bhattacharyya. A product that overflows stands for a similarity below 1e−154, beside which the row has its own 1.
    private static void AddDimension(
        double mean, double deviation, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations,
        Span<double> divergences, Span<double> exponents, Span<double> overlaps)
    {
        Vector<double> variance = new(deviation * deviation), centre = new(mean), own = new(deviation), half = new(0.5);
        ReadOnlySpan<Vector<double>> others = MemoryMarshal.Cast<double, Vector<double>>(means);
        ReadOnlySpan<Vector<double>> widths = MemoryMarshal.Cast<double, Vector<double>>(deviations);
        Span<Vector<double>> divergence = MemoryMarshal.Cast<double, Vector<double>>(divergences);
        Span<Vector<double>> exponent = MemoryMarshal.Cast<double, Vector<double>>(exponents);
        Span<Vector<double>> overlap = MemoryMarshal.Cast<double, Vector<double>>(overlaps);
        for (int j = 0; j < others.Length; j++)
        {
            Vector<double> difference = others[j] - centre, squared = difference * difference;
            Vector<double> other = widths[j] * widths[j], sum = variance + other;
            divergence[j] += (variance + squared) / other;
            exponent[j] += squared / sum;
            overlap[j] *= half * sum / (own * widths[j]);
        }
    }

    // exp(−KL), KL = ½(Σ (σᵢ² + Δ²)/σⱼ² − d) + Σ ln σⱼ − Σ ln σᵢ.
    private static void KullbackLeibler(NoiseTiles noises, int row, int tile, Span<double> divergences)
    {
        TensorPrimitives.Subtract(divergences, noises.Dimension, divergences);
        TensorPrimitives.Multiply(divergences, -0.5, divergences);
        TensorPrimitives.Add(divergences, noises.LogDeviations[row], divergences);
        TensorPrimitives.Subtract(divergences, noises.LogDeviations.AsSpan(tile * TileSize, TileSize), divergences);

        // A divergence is never negative, but rounding can make it so where two noises are the same.
        TensorPrimitives.Min(divergences, 0, divergences);
        Exponential(divergences);
    }

    // exp(−D), D = ¼ Σ Δ²/(σᵢ² + σⱼ²) + ½ ln Π ½(σᵢ/σⱼ + σⱼ/σᵢ).
    private static void Bhattacharyya(Span<double> exponents, Span<double> overlaps)
    {
        TensorPrimitives.Multiply(exponents, -0.25, exponents);
        Exponential(exponents);
        TensorPrimitives.Sqrt(overlaps, overlaps);
        TensorPrimitives.Divide(exponents, overlaps, exponents);
    }

    private static void Exponential(Span<double> wholeTile)
    {
        TensorPrimitives.Max(wholeTile, LeastExponent, wholeTile);
        TensorPrimitives.Exp<double>(wholeTile, wholeTile);
    }
}
