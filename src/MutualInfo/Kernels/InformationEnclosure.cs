using System.Globalization;

namespace MutualInfo.Kernels;

/// <summary>
/// Two numbers between which a matrix Rényi information lies, with the enclosures of the three entropies that they follow from.
/// </summary>
public sealed record InformationEnclosure
{
    /// <summary>Gets the enclosure of S(X).</summary>
    public required EntropyEnclosure EntropyX { get; init; }

    /// <summary>Gets the enclosure of S(Y).</summary>
    public required EntropyEnclosure EntropyY { get; init; }

    /// <summary>Gets the enclosure of S(X,Y).</summary>
    public required EntropyEnclosure JointEntropy { get; init; }

    /// <summary>
    /// Gets a number that the information is not below: the lower bounds of S(X) and S(Y) less the upper one of S(X,Y).
    /// </summary>
    public Information Lower => EntropyX.Lower + EntropyY.Lower - JointEntropy.Upper;

    /// <summary>
    /// Gets a number that the information is not above: the upper bounds of S(X) and S(Y) less the lower one of S(X,Y).
    /// </summary>
    public Information Upper => EntropyX.Upper + EntropyY.Upper - JointEntropy.Lower;

    /// <summary>Gets the distance of the bounds: the sum of those of the three entropies.</summary>
    public Information Width => Upper - Lower;

    /// <summary>Gets the middle of the bounds.</summary>
    public Information Middle => (Lower + Upper) / 2;

    /// <summary>Says the bounds in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"I(X;Y) in [{Lower.Bits:R}, {Upper.Bits:R}] bits, n = {JointEntropy.SampleCount}");
}
