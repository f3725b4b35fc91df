namespace MutualInfo.Recording.Drawing;

/// <summary>One axis of a panel: bits along pixels.</summary>
internal sealed class Axis
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    /// <summary>Makes an axis that covers 0 and all the given values, and some room beyond them.</summary>
    /// <param name="values">What must be on the axis, in bits; finite.</param>
    /// <param name="start">The pixel of the low end.</param>
    /// <param name="end">The pixel of the high end.</param>
    /// <param name="headroom">The share of the axis left free above the greatest value.</param>
    public Axis(IEnumerable<double> values, double start, double end, double headroom)
    {
        double least = 0;
        double greatest = 0;
        foreach (double value in values)
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        double span = greatest > least ? greatest - least : 1;
        _low = least - 0.04 * span;
        _high = least + (1 + headroom) * span;
        _start = start;
        _end = end;
        HasNegative = least < 0;
        TickMarks = Ticks.Between(_low, _high, 5);
    }

    public IReadOnlyList<(double Value, string Label)> TickMarks { get; }

    /// <summary>Gets whether values below 0 are on the axis, not only room beside it.</summary>
    public bool HasNegative { get; }

    public double Pixel(double bits) => _start + (bits - _low) / (_high - _low) * (_end - _start);
}
