using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Quantization;

/// <summary>The 2^bits equally spaced values of a fake quantiser, of which 0 is always one.</summary>
/// <remarks>
/// The affine quantiser of TensorFlow's fake-quantisation operation: the step is <c>(high − low) / (2^bits − 1)</c>, and the range is
/// nudged by less than a step so that 0 falls on the grid. A range on one side of 0 is nudged to begin or end there, so make it contain
/// 0 first where nothing may be cut off. A range of width 0 has no grid, and leaves values as they are.
/// </remarks>
public readonly record struct QuantizationGrid<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Lays the grid over a range.</summary>
    /// <param name="low">The low end.</param>
    /// <param name="high">The high end, at least the low one.</param>
    /// <param name="bits">From 1 to 16.</param>
    public QuantizationGrid(T low, T high, int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 16);
        if (!(high >= low))
            throw new ArgumentOutOfRangeException(nameof(high), high, $"The range ends at {high} and begins at {low}; expected finite numbers, the end at or above the beginning.");
        T last = T.CreateChecked((1 << bits) - 1);
        (Step, Low, High) = ((high - low) / last, low, high);
        if (Step == T.Zero)
            return;
        T zero = T.Clamp(T.Round(-low / Step, MidpointRounding.AwayFromZero), T.Zero, last);
        (Low, High) = (-zero * Step, (last - zero) * Step);
    }

    public T Step { get; }

    /// <summary>Gets the least value of the grid, after the nudge.</summary>
    public T Low { get; }

    /// <summary>Gets the greatest value of the grid, after the nudge.</summary>
    public T High { get; }

    /// <summary>Moves every value to the grid: clipped to its ends, then to the nearest value, upwards from the middle.</summary>
    public void Quantize(ReadOnlySpan<T> values, Span<T> destination)
    {
        if (Step == T.Zero)
        {
            values.CopyTo(destination);
            return;
        }

        // One rounding after each operation, as in the original: a fused one would put values near a middle on the other side.
        TensorPrimitives.Max(values, Low, destination);
        TensorPrimitives.Min(destination, High, destination);
        TensorPrimitives.Subtract(destination, Low, destination);
        TensorPrimitives.Divide(destination, Step, destination);
        TensorPrimitives.Add(destination, T.CreateChecked(0.5), destination);
        TensorPrimitives.Floor<T>(destination, destination);
        TensorPrimitives.Multiply(destination, Step, destination);
        TensorPrimitives.Add(destination, Low, destination);
    }

    /// <summary>Passes a gradient straight through where the value was not clipped, and blanks it elsewhere.</summary>
    /// <remarks>This is the derivative of the clipping alone: rounding has derivative 0 almost everywhere, and nothing would be learned.</remarks>
    public void PassThrough(ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, Span<T> destination)
    {
        T low = Low, high = High;
        if (Step == T.Zero)
            (low, high) = (T.NegativeInfinity, T.PositiveInfinity);
        for (int i = 0; i < destination.Length; i++)
            destination[i] = values[i] >= low && values[i] <= high ? gradient[i] : T.Zero;
    }
}
