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

    /// <summary>Refuses samples of another shape than the first.</summary>
    public static void SameShape<T>(Samples<T> first, string firstName, Samples<T> second, string secondName)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (first.Count != second.Count || first.Dimension != second.Dimension)
        {
            Throw.Invalid(
                secondName,
                $"{secondName} has shape ({second.Count}, {second.Dimension}) and {firstName} has ({first.Count}, {first.Dimension}); one number of each for every sample and dimension is expected.");
        }
    }

    /// <summary>Refuses numbers that are not finite and above 0, naming the first one by row and column.</summary>
    public static void Positive<T>(Samples<T> samples, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Finite(samples, paramName);
        if (TensorPrimitives.Min(samples.Values) <= T.Zero)
            ThrowFirst(samples, paramName, "a number above 0", static value => value <= T.Zero);
    }

    /// <summary>Refuses numbers that are not finite and at least 0, naming the first one by row and column.</summary>
    public static void NotNegative<T>(Samples<T> samples, string paramName) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Finite(samples, paramName);
        if (TensorPrimitives.Min(samples.Values) < T.Zero)
            ThrowFirst(samples, paramName, "0 or a number above it", static value => value < T.Zero);
    }

    private static void ThrowFirst<T>(Samples<T> samples, string paramName, string expected, Func<T, bool> isRefused)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int at = 0;
        while (!isRefused(samples.Values[at]))
            at++;
        (int row, int column) = Math.DivRem(at, samples.Dimension);
        Throw.Invalid(paramName, $"{paramName}[{row}][{column}] is {samples.Values[at]}; expected {expected}.");
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
