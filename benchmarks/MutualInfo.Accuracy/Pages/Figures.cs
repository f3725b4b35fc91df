using System.Globalization;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Numbers as the page shows them.</summary>
internal static class Figures
{
    /// <summary>Nats: three decimals, the true minus sign, and never a zero with one.</summary>
    public static string Nats(double nats) => nats.ToString("0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    public static string Signed(double nats) => nats.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    public static string Count(int n) => n.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds switch
    {
        < 0.0995 => $"{(seconds * 1e3).ToString(seconds < 0.00995 ? "0.0" : "0", CultureInfo.InvariantCulture)} ms",
        _ => $"{seconds.ToString(seconds < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture)} s",
    };
}
