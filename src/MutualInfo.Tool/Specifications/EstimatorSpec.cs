namespace MutualInfo.Tool.Specifications;

/// <summary>An estimator as the command line names it: <c>name</c> or <c>name:key=value,key=value</c>.</summary>
internal sealed record EstimatorSpec
{
    /// <summary>Gets the SPEC with its parameters in a fixed order; parsing it gives this again.</summary>
    public string Canonical { get; private init; } = "";

    /// <summary>Gets the library's estimator.</summary>
    public required IMutualInformationEstimator Estimator { get; init; }

    /// <summary>Gets a bandwidth for x that is not y's; null where one rule serves both.</summary>
    public double? SigmaX { get; init; }

    /// <summary>Gets a bandwidth for y that is not x's; null where one rule serves both.</summary>
    public double? SigmaY { get; init; }

    /// <summary>Gets whether labels go through the Gaussian similarity, one-hot, rather than the delta similarity.</summary>
    public bool LabelsAreGaussian { get; init; }

    /// <summary>Reads a SPEC.</summary>
    /// <exception cref="UsageException">The name, a key or a value is not known; the message lists what is, and the nearest match.</exception>
    public static EstimatorSpec Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string name = (colon < 0 ? text : text[..colon]).Trim();
        EstimatorFamily family = EstimatorFamily.All.FirstOrDefault(one => one.Name == name)
            ?? throw new UsageException(
                NearestName.Explain(name, "estimator", "Estimators", [.. EstimatorFamily.All.Select(one => one.Name)]));
        if (colon == text.Length - 1)
            throw new UsageException($"'{text}' ends after the colon; expected settings, as in {family.Example}, or the name alone.");

        SpecSettings settings = SpecSettings.Parse(family, colon < 0 ? null : text[(colon + 1)..]);
        try
        {
            EstimatorSpec spec = family.Build(settings);
            return spec with { Canonical = settings.Canonical };
        }
        catch (ArgumentException refusal)
        {
            // The library checks its parameters when the estimator is made: a wrong value is wrong usage.
            throw new UsageException($"{family.Name}: {Message.Of(refusal)}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Canonical;
}
