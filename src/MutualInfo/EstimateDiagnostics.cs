using System.Globalization;

namespace MutualInfo;

/// <summary>What was seen on the way to an estimate. A figure that has no meaning for the estimator is null.</summary>
public sealed record EstimateDiagnostics
{
    /// <summary>Gets what computed it, such as <c>CPU</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>Gets the time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets the number of different symbols of x (counting estimators, and labels elsewhere).</summary>
    public int? AlphabetSizeX { get; init; }

    /// <summary>Gets the number of different symbols of y (counting estimators, and labels elsewhere).</summary>
    public int? AlphabetSizeY { get; init; }

    /// <summary>Gets the number of different pairs of symbols (counting estimators).</summary>
    public int? JointAlphabetSize { get; init; }

    /// <summary>Gets the share of the samples whose symbol pair occurs only once, from 0 to 1 (counting estimators).</summary>
    public double? SingletonShare { get; init; }

    /// <summary>Gets the values of x that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeX { get; init; }

    /// <summary>Gets the values of y that lay outside a given range and were counted in its outermost bins.</summary>
    public long ValuesOutsideRangeY { get; init; }

    /// <summary>Gets the bandwidth σ used for x, in the units of x after scaling (kernel estimators; null for symbols).</summary>
    public double? BandwidthX { get; init; }

    /// <summary>Gets the bandwidth σ used for y, in the units of y after scaling (kernel estimators; null for symbols).</summary>
    public double? BandwidthY { get; init; }

    /// <summary>Says what was seen, independent of the culture; a figure that has no meaning is left out.</summary>
    public override string ToString()
    {
        List<string> said = [$"{Backend}", FormattableString.Invariant($"{Elapsed.TotalSeconds:0.000} s")];
        Say("alphabet x", AlphabetSizeX);
        Say("alphabet y", AlphabetSizeY);
        Say("joint alphabet", JointAlphabetSize);
        Say("singleton share", SingletonShare);
        Say("outside range x", ValuesOutsideRangeX == 0 ? null : ValuesOutsideRangeX);
        Say("outside range y", ValuesOutsideRangeY == 0 ? null : ValuesOutsideRangeY);
        Say("bandwidth x", BandwidthX);
        Say("bandwidth y", BandwidthY);
        return string.Join(", ", said);

        void Say(string name, IFormattable? figure)
        {
            if (figure is not null)
                said.Add($"{name} {figure.ToString(null, CultureInfo.InvariantCulture)}");
        }
    }

    internal EstimateDiagnostics Swapped() => this with
    {
        AlphabetSizeX = AlphabetSizeY,
        AlphabetSizeY = AlphabetSizeX,
        ValuesOutsideRangeX = ValuesOutsideRangeY,
        ValuesOutsideRangeY = ValuesOutsideRangeX,
        BandwidthX = BandwidthY,
        BandwidthY = BandwidthX,
    };
}
