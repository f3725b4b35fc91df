namespace MutualInfo.Accuracy.Measuring;

/// <summary>What an estimate says against itself: the reasons of its verdict that are more than a note.</summary>
internal static class Reasons
{
    public static IEnumerable<string> Of(MutualInformationEstimate estimate) => estimate.Verdict.Findings
        .Where(finding => finding.Gravity >= VerdictGravity.Caution).Select(finding => finding.Reason.ToString()).Distinct();

    /// <summary>A reason's name as words: <c>MostlySingletons</c> is mostly singletons.</summary>
    public static string Words(string reason) =>
        string.Concat(reason.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
