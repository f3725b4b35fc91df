using System.Globalization;
using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>Whether bins are laid once for a whole layer or for every neuron by itself.</summary>
public enum BinScope
{
    /// <summary>One set of bins for all neurons of the layer, from all their values together.</summary>
    PerLayer,

    /// <summary>A set of bins for every neuron (column), from its own values.</summary>
    PerNeuron,
}

/// <summary>The range that equal-width bins divide: measured for the layer, measured for each neuron, or given.</summary>
public readonly record struct BinRange
{
    private BinRange(BinScope scope, bool isGiven, double low, double high)
    {
        Scope = scope;
        IsGiven = isGiven;
        Low = low;
        High = high;
    }

    /// <summary>Gets the range from the least to the greatest value of the layer.</summary>
    public static BinRange PerLayer => new(BinScope.PerLayer, false, 0, 0);

    /// <summary>Gets the range from the least to the greatest value of each neuron (column) by itself.</summary>
    public static BinRange PerNeuron => new(BinScope.PerNeuron, false, 0, 0);

    /// <summary>Makes a given range, the same for all neurons, layers and epochs.</summary>
    /// <param name="low">The lower end; finite.</param>
    /// <param name="high">The upper end; finite and above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or they do not ascend.</exception>
    public static BinRange Given(double low, double high)
    {
        Throw.UnlessFinite(low, nameof(low));
        Throw.UnlessFinite(high, nameof(high));
        if (high <= low || double.IsInfinity(high - low))
            Throw.OutOfRange(nameof(high), high, $"a number above low = {low.ToString("R", CultureInfo.InvariantCulture)} whose distance to it is finite");
        return new BinRange(BinScope.PerLayer, true, low, high);
    }

    /// <summary>Measures a sample and gives its range, for data that come in batches: the bins then stay where they are.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="samples">A sample of what is to be binned, shape <c>(n, d)</c>.</param>
    /// <returns>The given range from the least to the greatest value of all neurons.</returns>
    /// <exception cref="ArgumentException">The samples are empty or not finite, or all their values are one, which has no width.</exception>
    public static BinRange Of<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Extremes<T> ends = Extremes<T>.OfLayer(samples, EstimationOptions.Default);
        if (ends.Width(nameof(samples)) == 0)
            Throw.Invalid(nameof(samples), $"samples has the one value {ends.Low}, which no range divides. Take more samples, or give the range.");
        return Given(double.CreateTruncating(ends.Low), double.CreateTruncating(ends.High));
    }

    /// <summary>Gets whether one range serves the layer, or each neuron has its own.</summary>
    public BinScope Scope { get; }

    /// <summary>Gets whether the range was given, rather than measured.</summary>
    public bool IsGiven { get; }

    /// <summary>Gets the lower end of a given range; 0 for measured ones.</summary>
    public double Low { get; }

    /// <summary>Gets the upper end of a given range; 0 for measured ones.</summary>
    public double High { get; }

    /// <summary>Says the range in a few letters: <c>[-1, 1]</c>, <c>per layer</c>, <c>per neuron</c>.</summary>
    public override string ToString()
    {
        if (IsGiven)
            return string.Create(CultureInfo.InvariantCulture, $"[{Low}, {High}]");
        return Scope == BinScope.PerLayer ? "per layer" : "per neuron";
    }
}
