namespace MutualInfo.Tool.Verification.Definitions;

/// <summary>Small samples whose estimate follows from the estimator's own definition with pencil and paper.</summary>
internal static class DefinitionChecks
{
    public const string Group = "own definitions";

    public static IEnumerable<Check> All(VerificationContext context) =>
    [
        .. MatrixRenyiDefinitions.All(context),
        .. KernelDensityDefinitions.All(context),
        .. BandwidthDefinitions.All(context),
        .. BinDefinitions.All(context),
        .. ContinuousDefinitions.All(context),
    ];

    /// <summary>H(X) of scalars, asked for as the entropy of one variable against distinct inputs.</summary>
    public static Check Entropy(
        VerificationContext context, string subject, IMutualInformationEstimator estimator, double truth, params double[] values) => new(
            Group, subject, estimator.ToString()!, truth, Band.Exactly(truth),
            () => context.Subject(estimator)
                .Estimate(Samples.FromScalars<double>(values), Symbols.Distinct(values.Length), context.Options).Value.Nats);

    /// <summary>I(X;Y) of labels.</summary>
    public static Check OfLabels(
        VerificationContext context, string subject, IMutualInformationEstimator estimator, double truth, int[] x, int[] y) => new(
            Group, subject, estimator.ToString()!, truth, Band.Exactly(truth),
            () => context.Subject(estimator).Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y), context.Options).Value.Nats);
}
