using MutualInfo.Kernels;

namespace MutualInfo.Tool.Specifications;

/// <summary>The keys of <c>renyi</c>, which exclude each other: one σ, two of them, or a rule that chooses it.</summary>
internal static class RenyiSpec
{
    public static IReadOnlyList<string> Keys { get; } =
        ["order", "sigma", "sigma-x", "sigma-y", "bandwidth", "factor", "label-kernel"];

    public static EstimatorSpec Build(SpecSettings settings)
    {
        double order = settings.Order("order", 1.01);
        EstimatorSpec spec = Bandwidth(settings, order);
        bool gaussian = settings.Choice("label-kernel", always: false, "delta", "gaussian") == "gaussian";
        return spec with { LabelsAreGaussian = gaussian };
    }

    private static EstimatorSpec Bandwidth(SpecSettings settings, double order)
    {
        bool isPair = settings.Has("sigma-x") || settings.Has("sigma-y");
        bool isRule = settings.Has("bandwidth") || settings.Has("factor");
        if ((settings.Has("sigma") ? 1 : 0) + (isPair ? 1 : 0) + (isRule ? 1 : 0) > 1)
            throw new UsageException("renyi: sigma, the pair sigma-x and sigma-y, and bandwidth with its factor exclude each other; give one of the three.");
        if (settings.Has("sigma-x") != settings.Has("sigma-y"))
            throw new UsageException("renyi: sigma-x and sigma-y go together; for one bandwidth for both variables give sigma.");

        if (isPair)
            return TwoBandwidths(order, settings.Real("sigma-x"), settings.Real("sigma-y"));
        return settings.Has("sigma")
            ? Of(new MatrixRenyiEstimator(order, new FixedBandwidth(settings.Real("sigma"))))
            : Of(WithRule(settings, order));
    }

    // An estimator has one bandwidth rule for both variables. But the similarity exp(-|x - x'|^2 / 2 sigma^2) is that of x / sigma at
    // bandwidth 1, and the library forms just this quotient, in double: dividing each variable by its own sigma beforehand and
    // measuring both at 1 gives the same bits as a rule with two bandwidths would.
    private static EstimatorSpec TwoBandwidths(double order, double sigmaX, double sigmaY) =>
        Of(new MatrixRenyiEstimator(order, new FixedBandwidth(1))) with
        {
            SigmaX = new FixedBandwidth(sigmaX).Sigma,
            SigmaY = new FixedBandwidth(sigmaY).Sigma,
        };

    private static MatrixRenyiEstimator WithRule(SpecSettings settings, double order)
    {
        string rule = settings.Choice("bandwidth", always: true, "scott", "tapia", "silverman", "median");
        double factor = settings.Real("factor", rule == "scott" ? new ScottBandwidth().Factor : 1);
        return rule switch
        {
            "scott" => new MatrixRenyiEstimator(order, new ScottBandwidth(factor)),
            // Tapia and Estevez define their bandwidth for z-scored samples.
            "tapia" => new MatrixRenyiEstimator(order, new TapiaEstevezBandwidth(factor)) { Scaling = FeatureScaling.ZScore },
            "silverman" => new MatrixRenyiEstimator(order, new SilvermanBandwidth(factor)),
            _ => new MatrixRenyiEstimator(order, new MedianBandwidth(factor)),
        };
    }

    private static EstimatorSpec Of(MatrixRenyiEstimator estimator) => new() { Estimator = estimator };
}
