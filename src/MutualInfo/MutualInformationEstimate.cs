using System.Globalization;

namespace MutualInfo;

/// <summary>An estimate of I(X;Y) with everything it was made of.</summary>
public sealed record MutualInformationEstimate
{
    /// <summary>Gets the mutual information: <c>EntropyX + EntropyY − JointEntropy</c> where these are measured. Never clamped: a small negative number is information too.</summary>
    /// <remarks>
    /// Plug-in information below 1/8192 of the joint entropy is computed from what parts the table from independence instead. It differs
    /// from that difference by the difference's rounding (8 ε·H), which near independence is larger than the information itself; it is
    /// never negative, and right to 1e-12 of itself. Where the difference is taken it has eleven digits or more.
    /// </remarks>
    public required Information Value { get; init; }

    /// <summary>Gets H(X), by the same rule as the other two entropies.</summary>
    /// <remarks>An entropy that the estimator does not measure, as nearest neighbours do not, is <see cref="Information.Undefined"/>.</remarks>
    public required Information EntropyX { get; init; }

    /// <summary>Gets H(Y), by the same rule as the other two entropies.</summary>
    public required Information EntropyY { get; init; }

    /// <summary>Gets H(X,Y), by the same rule as the other two entropies.</summary>
    public required Information JointEntropy { get; init; }

    /// <summary>Gets what the three entropies are. <value>The default is <see cref="EntropyKind.Bounded"/>.</value></summary>
    public EntropyKind EntropyKind { get; init; } = EntropyKind.Bounded;

    /// <summary>Gets n, the number of observations; long, because <see cref="MutualInfo.Discrete.JointCounts"/> counts beyond what fits in memory.</summary>
    public required long SampleCount { get; init; }

    /// <summary>Gets the estimator that made it, with all its parameters.</summary>
    public required IMutualInformationEstimator Estimator { get; init; }

    /// <summary>Gets what was seen on the way: backend, bandwidths, alphabets, values outside a range.</summary>
    public required EstimateDiagnostics Diagnostics { get; init; }

    /// <summary>Gets <c>H(X) / ln n</c>. At 1 every sample of x looks unique, and the estimate says nothing about x. 1 where n = 1.</summary>
    /// <remarks>NaN unless the entropies are <see cref="EntropyKind.Bounded"/>, for others have no ceiling; and where this one is not measured.</remarks>
    public double SaturationX => Saturation(EntropyX);

    /// <summary>Gets <c>H(Y) / ln n</c>. At 1 every sample of y looks unique, and the estimate says nothing about y. 1 where n = 1.</summary>
    /// <remarks>NaN unless the entropies are <see cref="EntropyKind.Bounded"/>, for others have no ceiling; and where this one is not measured.</remarks>
    public double SaturationY => Saturation(EntropyY);

    /// <summary>Gets whether the estimate can be trusted, as far as its figures tell, and what it is an estimate of. Made anew at each call.</summary>
    public Verdict Verdict => Verdict.On(this);

    /// <summary>Gets the conditional entropy H(X|Y) = H(X,Y) − H(Y).</summary>
    public Information EntropyXGivenY => JointEntropy - EntropyY;

    /// <summary>Gets the conditional entropy H(Y|X) = H(X,Y) − H(X).</summary>
    public Information EntropyYGivenX => JointEntropy - EntropyX;

    /// <summary>Says the estimate and its verdict in one line, independent of the culture.</summary>
    public override string ToString()
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"I(X;Y) = {Value}, {Entropies()}n = {SampleCount}, {Saturations()}{Estimator}");
        return $"{line}; verdict: {Verdict}";
    }

    /// <summary>The same estimate with x and y in each other's place.</summary>
    internal MutualInformationEstimate Swapped() =>
        this with { EntropyX = EntropyY, EntropyY = EntropyX, Diagnostics = Diagnostics.Swapped() };

    // Only what is measured.
    private string Entropies()
    {
        string letter = EntropyKind == EntropyKind.Differential ? "h" : "H";
        string text = (EntropyX.IsDefined ? $"{letter}(X) = {EntropyX}, " : "") + (EntropyY.IsDefined ? $"{letter}(Y) = {EntropyY}, " : "");
        return EntropyKind == EntropyKind.Differential ? "differential " + text : text;
    }

    private string Saturations()
    {
        string x = double.IsNaN(SaturationX) ? "" : string.Create(CultureInfo.InvariantCulture, $"x {SaturationX:0.00} ");
        string y = double.IsNaN(SaturationY) ? "" : string.Create(CultureInfo.InvariantCulture, $"y {SaturationY:0.00} ");
        return x.Length + y.Length == 0 ? "" : $"saturation {(x + y).TrimEnd()}, ";
    }

    private double Saturation(Information entropy) => EntropyKind switch
    {
        not EntropyKind.Bounded => double.NaN,
        _ => SampleCount == 1 ? 1 : entropy.Nats / Math.Log(SampleCount),
    };
}
