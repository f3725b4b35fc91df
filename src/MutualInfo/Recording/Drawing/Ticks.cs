using System.Globalization;

namespace MutualInfo.Recording.Drawing;

/// <summary>Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>The multiples of a round step in [low, high], about <paramref name="about"/> of them.</summary>
    public static IReadOnlyList<(double Value, string Label)> Between(double low, double high, int about, double leastStep = 0)
    {
        double step = Math.Max(leastStep, RoundStep((high - low) / about));
        int decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step)), 0, 15);
        List<(double, string)> ticks = [];
        // A multiple that rounding has pushed a hair outside still counts.
        double last = Math.Floor(high / step + 1e-9);
        for (double i = Math.Ceiling(low / step - 1e-9); i <= last; i++)
            ticks.Add((i * step, Label(i * step, decimals)));
        return ticks;
    }

    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            < 1.5 => power,
            < 3.5 => 2 * power,
            < 7.5 => 5 * power,
            _ => 10 * power,
        };
    }

    private static string Label(double value, int decimals)
    {
        string digits = Math.Abs(value).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        return value < 0 ? $"−{digits}" : digits;
    }
}
