using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The least and the greatest value of a layer or of each of its columns.</summary>
internal readonly record struct Extremes<T>(T Low, T High) where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Extremes<T> OfLayer(Samples<T> samples) =>
        new(TensorPrimitives.Min(samples.Values), TensorPrimitives.Max(samples.Values));

    public static Extremes<T>[] OfColumns(Samples<T> samples)
    {
        Extremes<T>[] columns = new Extremes<T>[samples.Dimension];
        for (int column = 0; column < columns.Length; column++)
            columns[column] = new Extremes<T>(samples[0][column], samples[0][column]);
        for (int row = 1; row < samples.Count; row++)
        {
            ReadOnlySpan<T> values = samples[row];
            for (int column = 0; column < columns.Length; column++)
                columns[column] = new Extremes<T>(T.Min(columns[column].Low, values[column]), T.Max(columns[column].High, values[column]));
        }

        return columns;
    }

    /// <summary>The width of the range in double, refused where it overflows.</summary>
    public double Width(string paramName)
    {
        double width = double.CreateTruncating(High) - double.CreateTruncating(Low);
        if (double.IsInfinity(width))
        {
            throw new ArgumentOutOfRangeException(
                paramName,
                High,
                FormattableString.Invariant($"{paramName} spans from {Low} to {High}, wider than a double can hold. Divide the samples by a constant first."));
        }

        return width;
    }
}
