using System.Globalization;

namespace MutualInfo.Peers.Pages;

/// <summary>Numbers as tables show them: three digits and a unit.</summary>
internal static class Quantity
{
    public static string Seconds(double seconds) => seconds switch
    {
        < 1e-3 => $"{Digits(seconds * 1e6)} µs",
        < 1 => $"{Digits(seconds * 1e3)} ms",
        _ => $"{Digits(seconds)} s",
    };

    public static string Ratio(double ratio) => $"{Digits(ratio)}×";

    /// <summary>A goal as it was set, without digits that nobody gave it.</summary>
    public static string Goal(double ratio) => $"{ratio.ToString("0.##", CultureInfo.InvariantCulture)}×";

    public static string Figure(double value, string unit) => unit switch
    {
        "s" => Seconds(value),
        "bytes" => $"{Digits(value / 1e9)} GB",
        _ => value.ToString("0.0e-0", CultureInfo.InvariantCulture),
    };

    public static string Rate(double perSecond, string unit) => $"{Digits(perSecond / 1e9)} {unit}";

    private static string Digits(double value)
    {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
