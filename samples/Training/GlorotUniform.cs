using System.Numerics;

namespace MutualInfo.Training;

/// <summary>First values of weights: uniform between ±√(6 / (inputs + outputs)), Glorot and Bengio (2010) and Keras' default.</summary>
public static class GlorotUniform
{
    /// <summary>Fills a weight matrix of shape <c>(outputs, inputs)</c>. The same generator in the same state gives the same numbers.</summary>
    public static void Fill<T>(Matrix<T> weights, Random random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(random);
        double limit = Math.Sqrt(6.0 / (weights.Rows + weights.Columns));
        foreach (ref T value in weights.Values)
            value = T.CreateChecked(limit * ((2 * random.NextDouble()) - 1));
    }
}
