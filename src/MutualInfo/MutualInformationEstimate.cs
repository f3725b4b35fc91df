using System.Globalization;

namespace MutualInfo;

/// <summary>An estimate of I(X;Y) with everything it was made of.</summary>
public sealed record MutualInformationEstimate
{
    /// <summary>Gets the mutual information: <c>EntropyX + EntropyY − JointEntropy</c>. Never clamped: a small negative number is information too.</summary>
    /// <remarks>
    /// Plug-in information below 1/1024 of the joint entropy is computed from what parts the table from independence instead. It differs
    /// from that difference by the difference's rounding (8 ε·H), which near independence is larger than the information itself; it is
    /// never negative, and right to 1e-12 of itself.
    /// </remarks>
    public required Information Value { get; init; }

    /// <summary>Gets H(X), by the same rule as the other two entropies.</summary>
    public required Information EntropyX { get; init; }

    /// <summary>Gets H(Y), by the same rule as the other two entropies.</summary>
    public required Information EntropyY { get; init; }

    /// <summary>Gets H(X,Y), by the same rule as the other two entropies.</summary>
    public required Information JointEntropy { get; init; }

    /// <summary>Gets n, the number of observations; long, because <see cref="MutualInfo.Discrete.JointCounts"/> counts beyond what fits in memory.</summary>
    public required long SampleCount { get; init; }

    /// <summary>Gets the estimator that made it, with all its parameters.</summary>
    public required IMutualInformationEstimator Estimator { get; init; }

    /// <summary>Gets what was seen on the way: backend, bandwidths, alphabets, values outside a range.</summary>
    public required EstimateDiagnostics Diagnostics { get; init; }

    /// <summary>Gets <c>H(X) / ln n</c>. At 1 every sample of x looks unique, and the estimate says nothing about x. 1 where n = 1.</summary>
    public double SaturationX => Saturation(EntropyX);

    /// <summary>Gets <c>H(Y) / ln n</c>. At 1 every sample of y looks unique, and the estimate says nothing about y. 1 where n = 1.</summary>
    public double SaturationY => Saturation(EntropyY);

    /// <summary>Gets the conditional entropy H(X|Y) = H(X,Y) − H(Y).</summary>
    public Information EntropyXGivenY => JointEntropy - EntropyY;

    /// <summary>Gets the conditional entropy H(Y|X) = H(X,Y) − H(X).</summary>
    public Information EntropyYGivenX => JointEntropy - EntropyX;

    /// <summary>Says the estimate in one line, independent of the culture.</summary>
    public override string ToString()
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"I(X;Y) = {Value}, H(X) = {EntropyX}, H(Y) = {EntropyY}, n = {SampleCount}, saturation x {SaturationX:0.00} y {SaturationY:0.00}, {Estimator}");
        long outside = Diagnostics.ValuesOutsideRangeX + Diagnostics.ValuesOutsideRangeY;
        return outside == 0 ? line : line + string.Create(CultureInfo.InvariantCulture, $", {outside} values outside the range");
    }

    /// <summary>The same estimate with x and y in each other's place.</summary>
    internal MutualInformationEstimate Swapped() =>
        this with { EntropyX = EntropyY, EntropyY = EntropyX, Diagnostics = Diagnostics.Swapped() };

    private double Saturation(Information entropy) => SampleCount == 1 ? 1 : entropy.Nats / Math.Log(SampleCount);
}
