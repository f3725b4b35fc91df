using System.Globalization;
using MutualInfo.Discrete;
using MutualInfo.Discrete.Merging;

namespace MutualInfo.Internal.Verdicts;

/// <summary>An estimate as the rules look at it, and what they have found so far.</summary>
internal sealed class EstimateFigures
{
    private readonly List<VerdictFinding> _findings = [];

    public EstimateFigures(MutualInformationEstimate estimate)
    {
        Estimate = estimate;
        X = VariableFigures.OfX(estimate);
        Y = VariableFigures.OfY(estimate);
        Kind = estimate.Estimator.Estimand.Kind;
    }

    public MutualInformationEstimate Estimate { get; }

    public VariableFigures X { get; }

    public VariableFigures Y { get; }

    public EstimandKind Kind { get; }

    public long SampleCount => Estimate.SampleCount;

    public IReadOnlyList<VerdictFinding> Findings => _findings;

    public bool IsCounting => Kind is EstimandKind.Discrete or EstimandKind.Binned;

    public bool IsKernel => Kind is EstimandKind.WithNoise or EstimandKind.MatrixRenyi;

    /// <summary>
    /// Gets whether entropies are those of n samples told apart, from 0 to ln n; those of densities have no ceiling.
    /// </summary>
    public bool HasBoundedEntropies =>
        Estimate.EntropyKind == EntropyKind.Bounded && Kind is not (EstimandKind.Continuous or EstimandKind.UnderModel);

    public bool IsPlugIn => Estimate.Estimator is DiscreteEstimator { Entropy: PlugIn } or CountsEstimator { Entropy: PlugIn };

    /// <summary>Gets whether entropies lie in [0, ln n] as they are. A bias correction may rightly take them beyond.</summary>
    public bool IsUncorrected => HasBoundedEntropies && (!IsCounting || IsPlugIn);

    /// <summary>
    /// Gets whether a finding already takes everything from the estimate: lesser signs of the same are then left out.
    /// </summary>
    public bool SaysNothing => _findings.Exists(finding => finding.Gravity == VerdictGravity.SaysNothing);

    public bool IsConstant => X.Entropy.Nats == 0 || Y.Entropy.Nats == 0;

    public void Add(
        VerdictReason reason,
        VerdictGravity gravity,
        VerdictSubject subject,
        double figure,
        double threshold,
        FormattableString meaning,
        string advice) =>
        _findings.Add(new VerdictFinding
        {
            Reason = reason,
            Gravity = gravity,
            Subject = subject,
            Figure = figure,
            Threshold = threshold,
            Meaning = meaning.ToString(CultureInfo.InvariantCulture),
            Advice = advice,
        });
}
