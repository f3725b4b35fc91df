using System.Globalization;
using MutualInfo.Internal.Verdicts;

namespace MutualInfo.Multivariate;

/// <summary>An estimate about several variables: a sum of joint entropies, each measured once and by one rule.</summary>
public sealed record MultivariateEstimate
{
    /// <summary>
    /// Gets what was estimated, with the names of the variables: <c>I(T;Y|Z)</c>, <c>total correlation of (a, b, c)</c>.
    /// </summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the amount. Never clamped: a small negative number is information too.</summary>
    /// <remarks>
    /// Plug-in conditional information and correlations cannot be negative, so there a sum below 0 by no more than its rounding
    /// (8 ε·H for three entropies) is 0. Interaction information of three variables and more has either sign.
    /// </remarks>
    public required Information Value { get; init; }

    /// <summary>Gets the joint entropies of which <see cref="Value"/> is the sum, with their signs.</summary>
    public required IReadOnlyList<EntropyTerm> Terms { get; init; }

    /// <summary>Gets the entropy of all the variables together, the largest of the joint entropies.</summary>
    public required Information JointEntropy { get; init; }

    /// <summary>
    /// Gets total correlation as a share of <c>Σ H(Xᵢ) − max H(Xᵢ)</c>, and dual total correlation as one of the joint entropy:
    /// their greatest values for Shannon's entropy. Null for other quantities, and where nothing varies.
    /// </summary>
    public double? Normalised { get; init; }

    /// <summary>Gets n, the number of observations.</summary>
    public required int SampleCount { get; init; }

    /// <summary>Gets the estimator that made it, with all its parameters.</summary>
    public required IMultivariateEstimator Estimator { get; init; }

    /// <summary>Gets what was seen on the way.</summary>
    public required MultivariateDiagnostics Diagnostics { get; init; }

    /// <summary>
    /// Gets <see cref="JointEntropy"/> over ln n. At 1 every observation of all the variables together looks unique, and the
    /// estimate says little about them: the more variables, the sooner. 1 where n = 1.
    /// </summary>
    public double Saturation => SampleCount == 1 ? 1 : JointEntropy.Nats / Math.Log(SampleCount);

    /// <summary>
    /// Gets whether the estimate can be trusted, by the joint of all its variables, and what is estimated: see <c>docs/verdicts.md</c>.
    /// Made anew at each call, in constant time.
    /// </summary>
    public Verdict Verdict => MultivariateRules.Judge(this);

    /// <summary>Gets whether a variable tells all samples apart by declaration: saturation is then a fact.</summary>
    internal bool HasDistinctVariable { get; init; }

    /// <summary>Gets whether no variable is numbers.</summary>
    internal bool AreAllSymbols { get; init; }

    /// <summary>Gets whether the quantity cannot be negative for Shannon's entropies.</summary>
    internal bool IsNeverNegative { get; init; }

    /// <summary>Says the estimate in one line, independent of the culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quantity} = {Value}, joint entropy {JointEntropy}, n = {SampleCount}, saturation {Saturation:0.00}, {Estimator}");
}
