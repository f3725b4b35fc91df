using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Bins of a given width and no range: <c>floor((v − origin) / width)</c>. Suits activations without bounds, such as ReLU's.</summary>
/// <remarks>
/// Source: Saxe et al. (ICLR 2018), with width 0.07 for the 12-bit network and 0.5 for MNIST. The bin is computed in the precision of
/// the samples, as there. No value is outside; infinities are refused. Cost: O(n·d).
/// </remarks>
public sealed record FixedWidthBins : IDiscretizer
{
    /// <summary>Makes a discretizer.</summary>
    /// <param name="width">The width of a bin, in the units of the samples; above 0.</param>
    /// <param name="origin">Where one bin begins. The default is 0.</param>
    public FixedWidthBins(double width, double origin = 0)
    {
        Width = width;
        Origin = origin;
    }

    /// <summary>Gets the width of a bin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public double Width { get; init => field = Throw.UnlessPositiveFinite(value, "width"); }

    /// <summary>Gets where one bin begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public double Origin { get; init => field = Throw.UnlessFinite(value, "origin"); }

    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        T width = T.CreateSaturating(Width);
        T origin = T.CreateSaturating(Origin);

        // The bin's number stays a floating-point number: it is exact there, and no cast can overflow.
        T[] bins = new T[samples.Values.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            T bin = T.Floor((samples.Values[i] - origin) / width);
            if (!T.IsFinite(bin))
                RefuseTooFar(samples, i);
            bins[i] = bin + T.Zero;
        }

        return RowInterner.Intern<T>(bins, samples.Dimension);
    }

    /// <inheritdoc/>
    public override string ToString() => Origin == 0
        ? string.Create(CultureInfo.InvariantCulture, $"bins of width {Width}")
        : string.Create(CultureInfo.InvariantCulture, $"bins of width {Width} from {Origin}");

    private void RefuseTooFar<T>(Samples<T> samples, int index) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int row, int column) = Math.DivRem(index, samples.Dimension);
        T value = samples.Values[index];
        throw new ArgumentOutOfRangeException(
            nameof(samples),
            value,
            string.Create(CultureInfo.InvariantCulture, $"samples[{row}][{column}] is {value}: too many bins of width {Width} away from the origin to be numbered. Use wider bins, or scale the samples."));
    }
}
