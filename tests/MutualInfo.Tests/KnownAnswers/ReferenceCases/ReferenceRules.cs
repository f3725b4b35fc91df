namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Every pattern of entries: those that the library meets, and those that it does not cover, each with the reason.</summary>
internal static class ReferenceRules
{
    private const string OfTheSamples =
        "The risk of a two-layer autoencoder, not an estimate of information; the command `two-layer` of the samples computes it, and their tests meet it.";

    public static IReadOnlyList<ReferenceRule> Met { get; } = [.. CountingRules.All, .. KernelRules.All, .. VariationalRules.All];

    public static IReadOnlyList<(EntryPattern Pattern, string Reason)> NotCovered { get; } =
    [
        (new("population_risk"), OfTheSamples),
    ];

    public static ReferenceRule? RuleFor(string entryName) => Met.SingleOrDefault(rule => rule.Pattern.Matches(entryName));

    public static string? ReasonNotCovered(string entryName) =>
        NotCovered.SingleOrDefault(item => item.Pattern.Matches(entryName)).Reason;
}
