using System.Globalization;

namespace MutualInfo.Kernels;

/// <summary>
/// Two numbers between which a matrix Rényi entropy lies. Not a confidence interval: the bounds hold for certain.
/// </summary>
public sealed record EntropyEnclosure
{
    /// <summary>Gets a number that the entropy is not below.</summary>
    public required Information Lower { get; init; }

    /// <summary>Gets a number that the entropy is not above.</summary>
    public required Information Upper { get; init; }

    /// <summary>Gets the rank of the approximation that the bounds come from; n where the whole spectrum was computed.</summary>
    public required int Rank { get; init; }

    /// <summary>
    /// Gets the share of the trace that the approximation does not explain, from 0 to 1; 0 where the whole spectrum was computed.
    /// </summary>
    public required double ResidualTrace { get; init; }

    /// <summary>Gets n, the number of samples.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Gets the distance of the bounds.</summary>
    public Information Width => Upper - Lower;

    /// <summary>Gets the middle of the bounds, at most half of <see cref="Width"/> from the entropy.</summary>
    public Information Middle => (Lower + Upper) / 2;

    /// <summary>Says the bounds in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"[{Lower.Bits:R}, {Upper.Bits:R}] bits, rank {Rank} of {SampleCount}, residual trace {ResidualTrace:G3}");
}
