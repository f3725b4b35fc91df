using System.Numerics;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Guards;

/// <summary>What bandwidths and their rules refuse.</summary>
public class BandwidthGuards
{
    public static TheoryData<double> NotPositiveFinite => [0, -0.0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory, MemberData(nameof(NotPositiveFinite))]
    public void Bandwidth_NotAFiniteNumberAboveZero_Throws(double value)
    {
        const string Tells = "expected a finite number above 0";
        Refusal.OutOfRange("sigma", () => _ = new FixedBandwidth(value), Tells);
        Refusal.OutOfRange("sigma", () => _ = new FixedBandwidth(1) with { Sigma = value }, Tells);
        Refusal.OutOfRange("factor", () => _ = new ScottBandwidth(value), Tells);
        Refusal.OutOfRange("factor", () => _ = new ScottBandwidth() with { Factor = value }, Tells);
        Refusal.OutOfRange("factor", () => _ = new SilvermanBandwidth(value), Tells);
        Refusal.OutOfRange("factor", () => _ = new SilvermanBandwidth() with { Factor = value }, Tells);
        Refusal.OutOfRange("factor", () => _ = new MedianBandwidth(value), Tells);
        Refusal.OutOfRange("factor", () => _ = new MedianBandwidth() with { Factor = value }, Tells);
        Refusal.OutOfRange("factor", () => _ = new TapiaEstevezBandwidth(value), Tells);
        Refusal.OutOfRange("factor", () => _ = new TapiaEstevezBandwidth() with { Factor = value }, Tells);
        Refusal.OutOfRange("scale", () => _ = new MaxActivityBandwidth(value), Tells);
        Refusal.OutOfRange("scale", () => _ = new MaxActivityBandwidth() with { Scale = value }, Tells);
        Refusal.OutOfRange("scale", () => Estimators.AdaptiveKernelDensity(value), Tells);
        Refusal.OutOfRange("previous", () => _ = Aligned(3) with { Previous = value }, Tells);
        Refusal.OutOfRange("sigma", () => Similarity.Gaussian(Samples.FromScalars([1.0]), value), Tells);
    }

    [Theory, MemberData(nameof(NotPositiveFinite))]
    public void NoiseVariance_NotAFiniteNumberAboveZero_Throws(double value)
    {
        Refusal.OutOfRange("noiseVariance", () => Estimators.KernelDensity(value), "noiseVariance is", "expected a finite number above 0");
        Refusal.OutOfRange("noiseVariance", () => FixedBandwidth.FromVariance(value), "expected a finite number above 0");
    }

    [Fact]
    public void KernelAlignment_ImpossibleParameters_Throw()
    {
        Refusal.Null("target", () => _ = new KernelAlignmentBandwidth(null!));
        Refusal.Null("target", () => _ = Aligned(3) with { Target = null! });
        Refusal.OutOfRange("candidates", () => _ = Aligned(3) with { Candidates = 1 }, "candidates is 1");
        Refusal.OutOfRange("smoothing", () => _ = Aligned(3) with { Smoothing = 1.5 }, "a weight from 0 to 1");
        Refusal.OutOfRange("smoothing", () => _ = Aligned(3) with { Smoothing = double.NaN }, "a weight from 0 to 1");
        Refusal.Argument(
            "x",
            () => new KernelDensityEstimator(Aligned(3)).Estimate(Samples.FromScalars([1.0, 2, 3, 4]), Symbols.Distinct(4)),
            "x has 4 samples",
            "the target of the bandwidth rule has 3");
    }

    [Fact]
    public void Estimate_RuleWithoutScaleOnSamplesThatDiffer_ThrowsWithAdvice()
    {
        double[] mostlyEqual = [1, 1, 1, 1, 1, 1, 1, 2];
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[new KernelDensityEstimator(new MedianBandwidth()), Estimators.MatrixRenyi(1.01, new MedianBandwidth())])
        {
            Refusal.Argument("x", () => estimator.Estimate(Samples.FromScalars<double>(mostlyEqual), Symbols.Distinct(8)), "bandwidth of 0 though its samples differ", "a fixed bandwidth");
            Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromScalars<double>(mostlyEqual)), "y gives the bandwidth rule");
        }
    }

    [Fact]
    public void Estimate_SamplesTooWideForTheRule_ThrowsWithAdvice()
    {
        double[] wide = [-1.7e308, 1.7e308, -1.7e308, 1.7e308];
        foreach (IBandwidthRule rule in (IBandwidthRule[])[new MedianBandwidth(100), new SilvermanBandwidth(100), new MaxActivityBandwidth(100), Aligned(4)])
        {
            Refusal.OutOfRange(
                "x", () => new KernelDensityEstimator(rule).Estimate(Samples.FromScalars<double>(wide), Symbols.Distinct(4)), "Divide the samples by a constant first");
        }
    }

    [Fact]
    public void Estimate_NumberBeyondDoubleOverTheBandwidth_ThrowsNamingIt() => Refusal.OutOfRange(
        "x",
        () => Estimators.KernelDensity(1e-6).Estimate(Samples.FromRows<double>([0, 1, 2, -1e307], 2), Symbols.Distinct(2)),
        "x[1][1] is -1E+307",
        "choose a wider bandwidth");

    [Theory, InlineData(double.NaN), InlineData(-1.0)]
    public void Estimate_RuleThatReturnsNonsense_ThrowsInvalidOperation(double sigma)
    {
        InvalidOperationException broken = Assert.Throws<InvalidOperationException>(
            () => new KernelDensityEstimator(new BrokenRule(sigma)).Estimate(Samples.FromScalars([1.0, 2]), Symbols.Distinct(2)));
        Assert.Contains("returned", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SigmaFor_NaNOrNothing_Throws()
    {
        foreach (IBandwidthRule rule in (IBandwidthRule[])[new MedianBandwidth(), new SilvermanBandwidth(), new MaxActivityBandwidth(), Aligned(2)])
        {
            Refusal.Argument("samples", () => rule.SigmaFor(Samples.FromScalars([1, double.NaN])), "samples[1][0] is NaN");
            Refusal.Argument("samples", () => rule.SigmaFor(Samples.FromScalars<double>([])), "no samples");
        }
    }

    private static KernelAlignmentBandwidth Aligned(int count) => new(Symbols.Distinct(count)) { Candidates = 3 };

    private sealed record BrokenRule(double Sigma) : IBandwidthRule
    {
        public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T> => Sigma;
    }
}
