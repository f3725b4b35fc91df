namespace MutualInfo.InformationPlanes.Charts;

/// <summary>The range of one axis, with its ticks.</summary>
internal sealed class ChartAxis
{
    private readonly AxisScale _scale;
    private readonly double _low;
    private readonly double _high;

    /// <param name="values">All that is to have a place.</param>
    /// <param name="scale">How numbers become places.</param>
    public ChartAxis(IEnumerable<double> values, AxisScale scale)
    {
        _scale = scale;
        double[] shown = [.. values.Where(Has).Select(Place)];
        (_low, _high) = shown.Length == 0 ? (0, 1) : (shown.Min(), shown.Max());
        double step = Step(_high - _low);
        Ticks = scale == AxisScale.Linear ? LinearTicks(step) : Decades();
        if (scale == AxisScale.Linear)
            (_low, _high) = (Math.Floor(_low / step) * step, Math.Ceiling(_high / step) * step);
        if (_high - _low < 1e-12)
            (_low, _high) = (_low - 0.5, _high + 0.5);
    }

    /// <summary>Gets the values that are written at the axis.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Tells whether a value has a place.</summary>
    public bool Has(double value) => double.IsFinite(value) && (_scale == AxisScale.Linear || value > 0);

    /// <summary>Gives the place of a value, 0 at the low end and 1 at the high end.</summary>
    public double Share(double value) => (Place(value) - _low) / (_high - _low);

    private double Place(double value) => _scale == AxisScale.Linear ? value : Math.Log10(value);

    // 1, 2 or 5 times a power of ten, so that about five ticks fit.
    private static double Step(double width)
    {
        if (width <= 0)
            return 1;
        double power = Math.Pow(10, Math.Floor(Math.Log10(width / 4)));
        return (width / 4 / power) switch { < 1.5 => power, < 3.5 => 2 * power, < 7.5 => 5 * power, _ => 10 * power };
    }

    private double[] LinearTicks(double step)
    {
        int first = (int)Math.Floor(_low / step), last = (int)Math.Ceiling(_high / step);
        return [.. Enumerable.Range(first, last - first + 1).Select(i => Math.Round(i * step, 12))];
    }

    private double[] Decades()
    {
        int first = (int)Math.Ceiling(_low - 1e-9), last = (int)Math.Floor(_high + 1e-9);
        return first > last
            ? [Math.Pow(10, _low), Math.Pow(10, _high)]
            : [.. Enumerable.Range(first, last - first + 1).Select(i => Math.Pow(10, i))];
    }
}
