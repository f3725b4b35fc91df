using System.Text.Json;

namespace MutualInfo.Tool.Estimation;

/// <summary>A verdict as it is printed. The order of the properties is that of the JSON.</summary>
internal sealed record VerdictReport
{
    /// <summary>Gets <c>sound</c> where nothing takes from the value, <c>caution</c> or <c>saysNothing</c>.</summary>
    public required string Gravity { get; init; }

    public required string Sentence { get; init; }

    public required string Estimand { get; init; }

    /// <summary>Gets the kind of the estimand, such as <c>binned</c>.</summary>
    public required string EstimandKind { get; init; }

    public required double? CeilingBits { get; init; }

    public required double? CeilingShare { get; init; }

    public required IReadOnlyList<FindingReport> Findings { get; init; }

    public static VerdictReport Of(Verdict verdict) => new()
    {
        Gravity = verdict.Gravity == VerdictGravity.Note ? "sound" : Name(verdict.Gravity),
        Sentence = verdict.ToString(),
        Estimand = verdict.Estimand.ToString(),
        EstimandKind = Name(verdict.Estimand.Kind),
        CeilingBits = verdict.Ceiling?.Bits,
        CeilingShare = verdict.CeilingShare is { } share && double.IsFinite(share) ? share : null,
        Findings = [.. verdict.Findings.Select(FindingReport.Of)],
    };

    public static string Name<T>(T code) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{code}");
}

/// <summary>A finding as it is printed: codes for programs, words for people.</summary>
internal sealed record FindingReport
{
    public required string Reason { get; init; }

    public required string Gravity { get; init; }

    public required string Subject { get; init; }

    /// <summary>Gets the figure; null where it is infinite, as the bias of a value of 0 is, since JSON has no infinity.</summary>
    public required double? Figure { get; init; }

    public required double Threshold { get; init; }

    public required string Meaning { get; init; }

    public required string Advice { get; init; }

    public static FindingReport Of(VerdictFinding finding) => new()
    {
        Reason = VerdictReport.Name(finding.Reason),
        Gravity = VerdictReport.Name(finding.Gravity),
        Subject = VerdictReport.Name(finding.Subject),
        Figure = double.IsFinite(finding.Figure) ? finding.Figure : null,
        Threshold = finding.Threshold,
        Meaning = finding.Meaning,
        Advice = finding.Advice,
    };
}
