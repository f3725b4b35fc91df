using MutualInfo.Discrete;
using MutualInfo.Kernels;
using static MutualInfo.Tests.Laws.Promises;

namespace MutualInfo.Tests.Laws;

/// <summary>Every estimator that the laws run over.</summary>
internal static class Specimens
{
    private const Promises Shares = Counting | Uncorrected | Shannon;
    private const Promises Measured = ScaleFree | ShiftFree | AffineFree;

    // Below order 1 an eigenvalue near the floor of 1e-12 adds its root, 1e-6, or nothing: the reference cases allow 1e-5 as well.
    private const double SpectrumBelowOrderOne = 1e-5;

    private static readonly Specimen[] _every =
    [
        new("D exact rows", Shares | IgnoresConstantColumn | IgnoresDuplicateColumn | IgnoresRepetition | ScaleFree | ShiftFree | AffineFree | MonotoneFree | ComputedInDouble | InjectionFree, _ => Estimators.ExactDiscrete()),
        new("MM exact rows", Counting | IgnoresConstantColumn | IgnoresDuplicateColumn | ScaleFree | ShiftFree | MonotoneFree | ComputedInDouble | InjectionFree, _ => Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }) { MinimumCount = 2 },
        Corrected("SH exact rows", new JamesSteinShrinkage()) with { MinimumCount = 2 },
        Corrected("CS exact rows", new ChaoShen()),
        Corrected("CW exact rows", new ChaoWangJost()) with { MinimumCount = 2 },
        Corrected("ZH exact rows", new Zhang()),
        Corrected("GR 2003 exact rows", new Grassberger()) with { GivesConstantsAnEntropy = true },
        Corrected("GR 1988 exact rows", new Grassberger { Formula = GrassbergerFormula.Of1988 }) with
        {
            GivesConstantsAnEntropy = true,
        },
        Corrected("BY Perks exact rows", new DirichletBayes(PseudoCount.Perks)),
        Corrected("BO exact rows", new Bonachela()) with { GivesConstantsAnEntropy = true },
        Corrected("NSB exact rows", new NemenmanShafeeBialek()) with { Every = 10 },
        new("EW per layer", Shares | Measured | IgnoresDuplicateColumn | IgnoresRepetition | ComputedInDouble, _ => Estimators.Binning(30)),
        new("EW per neuron", Shares | Measured | IgnoresConstantColumn | IgnoresDuplicateColumn | IgnoresRepetition | ComputedInDouble, _ => Estimators.Binning(30, BinRange.PerNeuron)),
        new("EW given", Shares | IgnoresConstantColumn | IgnoresDuplicateColumn | IgnoresRepetition | ComputedInDouble, _ => Estimators.Binning(30, -1, 1)),
        new("EW fixed width", Shares | IgnoresConstantColumn | IgnoresDuplicateColumn | IgnoresRepetition, _ => new DiscreteEstimator(new FixedWidthBins(0.07))),
        new("EW Shwartz-Ziv-Tishby edges", Shares | IgnoresConstantColumn | IgnoresDuplicateColumn | IgnoresRepetition | ComputedInDouble, _ => new DiscreteEstimator(new ShwartzZivTishbyBins())),
        new("EW quantised levels", Shares | ScaleFree | ShiftFree | IgnoresDuplicateColumn | IgnoresRepetition, _ => new DiscreteEstimator(new QuantizedLevels(8))),
        new("MM per neuron", Counting | ScaleFree | ShiftFree | IgnoresConstantColumn | IgnoresDuplicateColumn | ComputedInDouble, _ => Estimators.Binning(10, BinRange.PerNeuron) with { Entropy = new MillerMadow() }) { MinimumCount = 2 },
        new("EF per layer", Shares | Measured | MonotoneFree | ComputedInDouble, _ => new DiscreteEstimator(new EqualFrequencyBins(4))) { MinimumLayerValues = 4 },
        new("EF per neuron", Shares | Measured | IgnoresConstantColumn | IgnoresDuplicateColumn | MonotoneFree | ComputedInDouble, _ => new DiscreteEstimator(new EqualFrequencyBins(3, BinScope.PerNeuron))) { MinimumLayerValues = 3 },
        new("EF EBAB", Shares | Measured | IgnoresDuplicateColumn | IgnoresRepetition | MonotoneFree | ComputedInDouble, _ => Estimators.AdaptiveBinning(30)),
        new("EF EBAB 4", Shares | Measured | IgnoresDuplicateColumn | IgnoresRepetition | MonotoneFree | ComputedInDouble, _ => Estimators.AdaptiveBinning(4)),
        Density("KD fixed upper", RotationFree | IgnoresConstantColumn, _ => Estimators.KernelDensity(0.1)),
        Density("KD fixed lower", RotationFree | IgnoresConstantColumn, _ => Estimators.KernelDensity(0.1, KernelDensityBound.Lower)),
        Density("KD adaptive upper", IgnoresConstantColumn, _ => Estimators.AdaptiveKernelDensity()),
        Density("KD adaptive lower", IgnoresConstantColumn, _ => Estimators.AdaptiveKernelDensity(bound: KernelDensityBound.Lower)),
        Density("KD median", RotationFree | AffineFree | IgnoresConstantColumn, _ => new KernelDensityEstimator(new MedianBandwidth(0.3))) with { Every = 5 },
        Density("KD Silverman", RotationFree | AffineFree, _ => new KernelDensityEstimator(new SilvermanBandwidth())),
        Density("KD standardised", ScaleFree | ShiftFree | AffineFree | IgnoresConstantColumn, _ => Estimators.KernelDensity(0.1) with { Scaling = FeatureScaling.Standardize }),
        Density("KD z-scored", None, _ => new KernelDensityEstimator(new TapiaEstevezBandwidth()) { Scaling = FeatureScaling.ZScore }),
        Renyi("RE 0.5 Scott", RotationFree, _ => Estimators.MatrixRenyi(0.5)) with { Rounding = SpectrumBelowOrderOne },
        Renyi("RE 0.9 Scott", RotationFree, _ => Estimators.MatrixRenyi(0.9)),
        Renyi("RE 1 Scott", RotationFree, _ => Estimators.MatrixRenyi(1)),
        Renyi("RE 1.01 Scott", RotationFree, _ => Estimators.MatrixRenyi()),
        Renyi("RE 2 Scott", RotationFree, _ => Estimators.MatrixRenyi(2)),
        Renyi("RE 3 Scott", RotationFree, _ => Estimators.MatrixRenyi(3)),
        Renyi("RE infinity Scott", RotationFree, _ => Estimators.MatrixRenyi(double.PositiveInfinity)),
        Renyi("RE 1.01 Tapia z-scored", None, _ => Estimators.MatrixRenyi(1.01, new TapiaEstevezBandwidth()) with { Scaling = FeatureScaling.ZScore }),
        Renyi("RE 1.01 Tapia standardised", ScaleFree | ShiftFree | AffineFree, _ => Estimators.MatrixRenyi(1.01, new TapiaEstevezBandwidth()) with { Scaling = FeatureScaling.Standardize }),
        Renyi("RE 1.01 Silverman", RotationFree | AffineFree, _ => Estimators.MatrixRenyi(1.01, new SilvermanBandwidth())),
        Renyi("RE 1 median", RotationFree | AffineFree | IgnoresConstantColumn, _ => Estimators.MatrixRenyi(1, new MedianBandwidth())) with { Every = 5 },
        Renyi("RE 2 kernel alignment", None, data => Estimators.MatrixRenyi(2, new KernelAlignmentBandwidth(AlignmentTarget(data)) { Candidates = 7 })) with { Every = 3 },
    ];

    /// <summary>Those that the backend under test is asked for.</summary>
    public static IReadOnlyList<Specimen> All { get; } = [.. _every.Where(specimen => TestBackend.IsAskedFor(specimen.Promises))];

    /// <summary>The names of all that promise the given things.</summary>
    public static TheoryData<string> Promising(Promises promises) =>
        [.. All.Where(specimen => specimen.Promises.HasFlag(promises)).Select(specimen => specimen.Name)];

    public static Specimen Named(string name) => All.Single(specimen => specimen.Name == name);

    private static Specimen Corrected(string name, IEntropyEstimator entropy) => new(
        name,
        Counting | IgnoresConstantColumn | IgnoresDuplicateColumn | ScaleFree | ShiftFree | MonotoneFree | ComputedInDouble | InjectionFree,
        _ => Estimators.ExactDiscrete() with { Entropy = entropy });

    private static Specimen Density(string name, Promises promises, Func<Observations, IMutualInformationEstimator> make) =>
        new(name, promises | KernelDensity | Uncorrected | ComputedInDouble, make) { MinimumCount = 2, LargestCount = Math.Min(100, TestBackend.MostSamples), Rounding = TestBackend.OfRowSums };

    private static Specimen Renyi(string name, Promises promises, Func<Observations, IMutualInformationEstimator> make) =>
        new(name, promises | MatrixRenyi | Uncorrected | ComputedInDouble, make) { LargestCount = Math.Min(40, TestBackend.MostInSpectra), Rounding = TestBackend.OfSpectra };

    // Labels where there are any, and else the sign of the first number: the rule needs a target for layers against layers too.
    private static Symbols AlignmentTarget(Observations data)
    {
        if (!data.Y.IsLayer)
            return data.Y.Symbols;
        if (!data.X.IsLayer)
            return data.X.Symbols;
        int[] signs = new int[data.Count];
        for (int row = 0; row < signs.Length; row++)
            signs[row] = Math.Sign(data.X.Samples[row][0]);
        return Symbols.FromLabels(signs);
    }
}
