using System.Numerics;
using MutualInfo.Training.Layers;

namespace MutualInfo.Training;

/// <summary>First values of a dense layer: weights and biases uniform in ±1/√inputs, the default of PyTorch.</summary>
public static class UniformFanIn
{
    /// <summary>Fills the weights row by row, then the biases. The same generator in the same state gives the same numbers.</summary>
    public static void Fill<T>(Dense<T> layer, Random random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layer);
        double bound = 1 / Math.Sqrt(layer.Weights.Value.Columns);
        Fill(layer.Weights.Value.Values, bound, random);
        Fill(layer.Biases.Value.Values, bound, random);
    }

    /// <summary>Fills a span with numbers uniform in ±bound.</summary>
    public static void Fill<T>(Span<T> values, double bound, Random random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref T value in values)
            value = T.CreateChecked(bound * ((2 * random.NextDouble()) - 1));
    }
}
