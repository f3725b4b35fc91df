using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Internal;

/// <summary>Checks of samples that every estimator makes before it starts to work.</summary>
internal static class Guard
{
    /// <summary>Refuses samples that have no rows or no columns.</summary>
    public static void NotEmpty<T>(Samples<T> samples, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (samples.Count == 0)
            Throw.NoSamples(paramName);
        if (samples.Dimension == 0)
            Throw.NoDimensions(paramName);
    }

    /// <summary>Refuses symbols of no samples.</summary>
    public static void NotEmpty(Symbols symbols, string paramName)
    {
        ArgumentNullException.ThrowIfNull(symbols, paramName);
        if (symbols.Count == 0)
            Throw.NoSamples(paramName);
    }

    /// <summary>Refuses NaN and infinities, naming the first one by row and column.</summary>
    public static void Finite<T>(Samples<T> samples, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!TensorPrimitives.IsFiniteAll(samples.Values))
            ThrowFirst(samples, paramName, static value => !T.IsFinite(value));
    }

    /// <summary>Refuses NaN, naming the first one by row and column; infinities pass.</summary>
    public static void NotNaN<T>(Samples<T> samples, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (TensorPrimitives.IsNaNAny(samples.Values))
            ThrowFirst(samples, paramName, T.IsNaN);
    }

    private static void ThrowFirst<T>(Samples<T> samples, string paramName, Func<T, bool> isRefused)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int row = 0; row < samples.Count; row++)
        {
            for (int column = 0; column < samples.Dimension; column++)
            {
                if (isRefused(samples[row][column]))
                    Throw.NotFinite(paramName, row, column, samples[row][column]);
            }
        }
    }
}
