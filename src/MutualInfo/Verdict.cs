using System.Globalization;
using MutualInfo.Internal.Verdicts;

namespace MutualInfo;

/// <summary>
/// Whether an estimate can be trusted, as far as the figures at hand tell: what was found, and what is estimated at all.
/// </summary>
/// <remarks>
/// Made of the figures that an estimate carries, without another look at the data. Every threshold follows from bias theory or
/// from
/// measurements on distributions whose information is known: see <c>docs/verdicts.md</c>. Where no reason was found, the
/// estimate is not right for that: it only shows none of the signs by which these estimators are known to fail. Immutable; equal
/// verdicts
/// are equal.
/// </remarks>
public sealed record Verdict
{
    private readonly VerdictFinding[] _findings;

    internal Verdict(IEnumerable<VerdictFinding> findings, Estimand estimand, Information? ceiling, double? ceilingShare)
    {
        _findings =
        [
            .. findings.OrderByDescending(finding => finding.Gravity).ThenBy(finding => finding.Reason).ThenBy(
                finding => finding.Subject),
        ];
        Findings = _findings.AsReadOnly();
        Estimand = estimand;
        Ceiling = ceiling;
        CeilingShare = ceilingShare;
    }

    /// <summary>Gets what was found, the gravest first; empty where nothing was.</summary>
    public IReadOnlyList<VerdictFinding> Findings { get; }

    /// <summary>Gets the gravity of the gravest finding; <see cref="VerdictGravity.Note"/> where there is none.</summary>
    public VerdictGravity Gravity => _findings.Length > 0 ? _findings[0].Gravity : VerdictGravity.Note;

    /// <summary>Gets whether the estimate says more about n or the bandwidth than about the variables.</summary>
    public bool SaysNothing => Gravity == VerdictGravity.SaysNothing;

    /// <summary>Gets what is estimated, with what must be known of it for these two variables.</summary>
    public Estimand Estimand { get; }

    /// <summary>
    /// Gets the most that the value can be: min(ln n, H(X), H(Y)), by the estimator's own entropies; ln n alone where those are
    /// of
    /// densities, and null where nothing bounds it.
    /// </summary>
    public Information? Ceiling { get; }

    /// <summary>Gets the value as a share of <see cref="Ceiling"/>: 1 at the ceiling; null where there is none.</summary>
    public double? CeilingShare { get; }

    /// <summary>Tells whether a reason was found.</summary>
    public bool Has(VerdictReason reason) => Array.Exists(_findings, finding => finding.Reason == reason);

    /// <summary>Tells whether the findings, the quantity and the ceiling are the same.</summary>
    public bool Equals(Verdict? other) =>
        other is not null && _findings.AsSpan().SequenceEqual(other._findings)
        && Estimand == other.Estimand && Ceiling == other.Ceiling && Nullable.Equals(CeilingShare, other.CeilingShare);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_findings.Length, Gravity, Estimand, Ceiling);

    /// <summary>
    /// Says the verdict in one sentence, independent of the culture: the gravest finding, and what is estimated.
    /// </summary>
    public override string ToString() => $"{Head}; it estimates {Estimand}";

    internal static Verdict On(MutualInformationEstimate estimate) => VerdictRules.Judge(estimate);

    private string Head
    {
        get
        {
            if (_findings.Length == 0)
                return "nothing stands against it";
            string word = Gravity switch
            {
                VerdictGravity.SaysNothing => "says nothing",
                VerdictGravity.Caution => "with caution",
                _ => "nothing stands against it, but note",
            };
            string more = _findings.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {_findings.Length - 1} more)");
            return $"{word}: {_findings[0].Meaning}{more}";
        }
    }
}
