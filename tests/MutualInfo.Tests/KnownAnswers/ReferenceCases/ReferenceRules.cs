namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>Every pattern of entries: those that the library meets, and those that it does not cover, each with the reason.</summary>
internal static class ReferenceRules
{
    private const string LaterInformationDropout =
        "A training loss of Information Dropout (Kullback-Leibler terms of given parameters), not an estimate from samples; a later issue builds it.";

    private const string LaterAutoencoder =
        "The risk of a two-layer autoencoder, not an estimate of information; a later issue builds it.";

    public static IReadOnlyList<ReferenceRule> Met { get; } = [.. CountingRules.All, .. KernelRules.All];

    public static IReadOnlyList<(EntryPattern Pattern, string Reason)> NotCovered { get; } =
    [
        (new("kl_relu_loguniform"), LaterInformationDropout),
        (new("kl_softplus_lognormal_mu{mean}_s{deviation}"), LaterInformationDropout),
        (new("kl_relu_with_lognormal_prior_floor"), LaterInformationDropout),
        (new("kl_std_normal"), LaterInformationDropout),
        (new("population_risk"), LaterAutoencoder),
    ];

    public static ReferenceRule? RuleFor(string entryName) => Met.SingleOrDefault(rule => rule.Pattern.Matches(entryName));

    public static string? ReasonNotCovered(string entryName) =>
        NotCovered.SingleOrDefault(item => item.Pattern.Matches(entryName)).Reason;
}
