using MutualInfo.Discrete;
using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using MutualInfo.Neighbours;

namespace MutualInfo.Tool.Specifications;

/// <summary>One name that a SPEC can begin with: its keys, and how they make an estimator.</summary>
internal sealed record EstimatorFamily(string Name, string Example, IReadOnlyList<string> Keys, Func<SpecSettings, EstimatorSpec> Build)
{
    /// <summary>Gets all families, in the order in which help and errors list them.</summary>
    public static IReadOnlyList<EstimatorFamily> All { get; } =
    [
        new("exact", "exact", ["entropy"], settings => Counting(settings, new ExactRows())),
        new("binning", "binning:bins=30,range=-1..1", ["bins", "range", "entropy"], settings => Counting(settings, EqualWidth(settings))),
        new("fixed-width", "fixed-width:width=0.07", ["width", "origin", "entropy"], settings => Counting(settings, FixedWidth(settings))),
        new("szt", "szt", ["entropy"], settings => Counting(settings, new ShwartzZivTishbyBins())),
        new("equal-frequency", "equal-frequency:bins=30", ["bins", "scope", "entropy"], settings => Counting(settings, EqualFrequency(settings))),
        new("adaptive", "adaptive:bins=30", ["bins", "low", "entropy"], settings => Counting(settings, Adaptive(settings))),
        new("quantized", "quantized:bits=8", ["bits", "entropy"], settings => Counting(settings, new QuantizedLevels(settings.Whole("bits")))),
        new("kde", "kde:variance=0.001", ["variance", "bound"], FixedNoise),
        new("akde", "akde:scale=0.01", ["scale", "bound"], AdaptiveNoise),
        new("renyi", "renyi:order=1.01,sigma=0.5", RenyiSpec.Keys, RenyiSpec.Build),
        new("gaussian", "gaussian", ["correction"], settings => Of(Estimators.Gaussian() with { Correction = Correction(settings) })),
        new("copula", "copula", ["correction"], settings => Of(Estimators.GaussianCopula() with { Correction = Correction(settings) })),
        new("ksg", "ksg:neighbours=3", ["neighbours", "variant", "scaling"], Kraskov),
        new("ross", "ross:neighbours=3", ["neighbours", "scaling"], Ross),
        new("nearest", "nearest:neighbours=3", ["neighbours", "scaling"], Nearest),
    ];

    /// <summary>Gets whether estimators of this family measure more than two variables together.</summary>
    public bool MeasuresSeveral => EstimatorSpec.Parse(Example).Estimator is IMultivariateEstimator;

    private static EstimatorSpec Counting(SpecSettings settings, IDiscretizer discretizer)
    {
        string entropy = settings.Choice("entropy", always: false, EntropyNames.All);
        return Of(new DiscreteEstimator(discretizer) { Entropy = EntropyNames.Named(entropy) });
    }

    private static EqualWidthBins EqualWidth(SpecSettings settings)
    {
        int bins = settings.Whole("bins", 30);
        (string? word, double low, double high) = settings.ChoiceOrRange("range", "layer", "neuron");
        return new EqualWidthBins(bins, word switch
        {
            "layer" => BinRange.PerLayer,
            "neuron" => BinRange.PerNeuron,
            _ => BinRange.Given(low, high),
        });
    }

    private static FixedWidthBins FixedWidth(SpecSettings settings) =>
        new(settings.Real("width"), settings.OptionalReal("origin", 0) ?? 0);

    private static EqualFrequencyBins EqualFrequency(SpecSettings settings)
    {
        int bins = settings.Whole("bins", 30);
        return new EqualFrequencyBins(bins, settings.Choice("scope", always: true, "layer", "neuron") == "layer" ? BinScope.PerLayer : BinScope.PerNeuron);
    }

    private static EntropyBasedAdaptiveBins Adaptive(SpecSettings settings) =>
        new(settings.Whole("bins", 30), settings.OptionalReal("low"));

    private static EstimatorSpec FixedNoise(SpecSettings settings)
    {
        double variance = settings.Real("variance", 0.001);
        return Of(Estimators.KernelDensity(variance, Bound(settings)));
    }

    private static EstimatorSpec AdaptiveNoise(SpecSettings settings)
    {
        double scale = settings.Real("scale", 0.01);
        return Of(Estimators.AdaptiveKernelDensity(scale, Bound(settings)));
    }

    private static KernelDensityBound Bound(SpecSettings settings) =>
        settings.Choice("bound", always: false, "upper", "lower") == "upper" ? KernelDensityBound.Upper : KernelDensityBound.Lower;

    private static GaussianCorrection Correction(SpecSettings settings) =>
        settings.Choice("correction", always: false, "analytic", "none") == "analytic" ? GaussianCorrection.Analytic : GaussianCorrection.None;

    private static EstimatorSpec Kraskov(SpecSettings settings)
    {
        int neighbours = settings.Whole("neighbours", 3);
        bool isFirst = settings.Choice("variant", always: false, "1", "2") == "1";
        return Of(Estimators.Kraskov(neighbours) with
        {
            Variant = isFirst ? KraskovVariant.First : KraskovVariant.Second,
            Scaling = Scaling(settings),
        });
    }

    private static EstimatorSpec Ross(SpecSettings settings)
    {
        int neighbours = settings.Whole("neighbours", 3);
        return Of(Estimators.Ross(neighbours) with { Scaling = Scaling(settings) });
    }

    private static EstimatorSpec Nearest(SpecSettings settings)
    {
        int neighbours = settings.Whole("neighbours", 3);
        return Of(Estimators.NearestNeighbours(neighbours) with { Scaling = Scaling(settings) });
    }

    private static FeatureScaling Scaling(SpecSettings settings) =>
        settings.Choice("scaling", always: false, "none", "standardize", "z-score") switch
        {
            "standardize" => FeatureScaling.Standardize,
            "z-score" => FeatureScaling.ZScore,
            _ => FeatureScaling.None,
        };

    private static EstimatorSpec Of(IMutualInformationEstimator estimator) => new() { Estimator = estimator };
}
