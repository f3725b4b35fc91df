using System.Globalization;

namespace MutualInfo.Tool.Verification;

/// <summary>The closed interval in which an estimate must lie, and why that interval.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Reason">Where the interval comes from, in a few words; <c>docs/verification.md</c> has the derivations.</param>
internal readonly record struct Band(double Low, double High, string Reason)
{
    /// <summary>What an exact answer may be off by: sums of a few thousand rounded terms stay well below.</summary>
    public const double Rounding = 1e-9;

    public static Band Exactly(double value) => new(value - Rounding, value + Rounding, "exact, 1e-9");

    public static Band Around(double centre, double halfWidth, string reason) => new(centre - halfWidth, centre + halfWidth, reason);

    /// <summary>For shares and saturations, of which 1 is the most.</summary>
    public static Band AtLeast(double low, string reason) => new(low, 1 + Rounding, reason);

    /// <summary>NaN lies in no band.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Keeps what both bands allow.</summary>
    public Band And(Band other) =>
        new(Math.Max(Low, other.Low), Math.Min(High, other.High), $"{Reason}; {other.Reason}");

    public override string ToString() => High - Low <= 4 * Rounding
        ? "± 1e-9"
        : string.Create(CultureInfo.InvariantCulture, $"[{Low:0.0000}, {High:0.0000}]");
}
