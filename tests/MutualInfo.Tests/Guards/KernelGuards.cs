using System.Numerics;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Guards;

/// <summary>What bandwidths, orders, matrices and backends refuse.</summary>
public class KernelGuards
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

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN), InlineData(double.NegativeInfinity)]
    public void Order_NaNOrNotAboveZero_Throws(double value)
    {
        Refusal.OutOfRange("order", () => Estimators.MatrixRenyi(value), "order is", "above 0", "1 is the von Neumann entropy");
        Refusal.OutOfRange("order", () => _ = Estimators.MatrixRenyi() with { Order = value }, "order is");
    }

    [Theory, InlineData(1), InlineData(double.PositiveInfinity), InlineData(1e-3), InlineData(1e6)]
    public void Order_OneInfinityAndExtremes_AreNumbers(double order)
    {
        MutualInformationEstimate estimate = Estimators.MatrixRenyi(order).Estimate(Samples.FromScalars([0.0, 1, 2, 5]), Symbols.Distinct(4));
        Assert.InRange(estimate.EntropyX.Nats, 0, Math.Log(4));
    }

    [Fact]
    public void Estimators_NullOrUndefinedParts_Throw()
    {
        Refusal.Null("bandwidth", () => _ = new KernelDensityEstimator(null!));
        Refusal.Null("bandwidth", () => _ = Estimators.KernelDensity() with { Bandwidth = null! });
        Refusal.Null("bandwidth", () => _ = new MatrixRenyiEstimator(2, null!));
        Refusal.Null("bandwidth", () => _ = Estimators.MatrixRenyi() with { Bandwidth = null! });
        Refusal.OutOfRange("bound", () => _ = Estimators.KernelDensity(0.1, (KernelDensityBound)7), "Upper or Lower");
        Refusal.OutOfRange("scaling", () => _ = Estimators.KernelDensity() with { Scaling = (FeatureScaling)7 }, "None or ZScore or Standardize");
        Refusal.OutOfRange("scaling", () => _ = Estimators.MatrixRenyi() with { Scaling = (FeatureScaling)7 }, "None or ZScore or Standardize");
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

    [Fact]
    public void GramMatrix_NotSquareOrEmpty_Throws()
    {
        Refusal.Null("values", () => GramMatrix.FromMatrix(null!));
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new double[2, 3]), "2 rows and 3 columns", "square");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new double[0, 0]), "no samples");
        Refusal.Argument("values", () => GramMatrix.FromValues([1, 0, 0], 2), "values has 3 entries", "2 samples has 4");
        Refusal.OutOfRange("count", () => GramMatrix.FromValues([], 0), "count is 0");
    }

    [Fact]
    public void GramMatrix_ImpossibleEntries_ThrowNamingThem()
    {
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.25, 1 } }), "values[1, 0] is 0.25", "values[0, 1] is 0.5", "symmetric");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, double.NaN }, { 0.5, 1 } }), "values[0, 1] is NaN");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { double.PositiveInfinity, 1 } }), "values[1, 0] is Infinity");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.5, 0.0 } }), "values[1, 1] is 0");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 0.5 }, { 0.5, double.NaN } }), "values[1, 1] is NaN");
        Refusal.Argument("values", () => GramMatrix.FromMatrix(new[,] { { 1, 1.5 }, { 1.5, 1 } }), "values[1, 0] is 1.5", "positive semidefinite");
    }

    // Every pair is possible and the whole is not; no one entry is to blame, so the eigenvalue is named.
    [Fact]
    public void Entropy_IndefiniteMatrix_Throws()
    {
        GramMatrix indefinite = GramMatrix.FromMatrix(new double[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } });
        GramMatrix identity = GramMatrix.FromMatrix(new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } });
        Refusal.Argument("matrix", () => Estimators.MatrixRenyi().Entropy(indefinite), "matrix has the eigenvalue -0.2", "positive semidefinite");
        Refusal.Argument("x", () => Estimators.MatrixRenyi().Estimate(indefinite, identity), "x has the eigenvalue");
        Refusal.Argument("y", () => Estimators.MatrixRenyi().Estimate(identity, indefinite), "y has the eigenvalue");
    }

    [Fact]
    public void GramMatrices_NullOrOtherCounts_Throw()
    {
        GramMatrix one = GramMatrix.FromValues([1], 1);
        GramMatrix two = GramMatrix.FromValues([1, 0, 0, 1], 2);
        Refusal.Null("x", () => GramMatrix.Join(null!, one));
        Refusal.Null("y", () => GramMatrix.Join(one, null!));
        Refusal.Null("matrix", () => Estimators.MatrixRenyi().Entropy(null!));
        Refusal.Null("x", () => Estimators.MatrixRenyi().Estimate((GramMatrix)null!, one));
        Refusal.Null("y", () => Estimators.MatrixRenyi().Estimate(one, (GramMatrix)null!));
        Refusal.Argument("y", () => GramMatrix.Join(one, two), "x has 1 samples and y has 2");
        Refusal.Argument("y", () => Estimators.MatrixRenyi().Estimate(two, one), "x has 2 samples and y has 1");
    }

    // 100,000 samples are 80 GB: refused at once and before they are asked for.
    [Fact]
    public void Estimate_MatrixBeyondTheLimit_ThrowsBeforeAllocating()
    {
        const int Count = 100_000;
        double[] x = new double[Count];
        for (int i = 0; i < Count; i++)
            x[i] = i;
        Symbols y = Symbols.Distinct(Count);
        long before = GC.GetTotalAllocatedBytes();
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(
            () => Estimators.MatrixRenyi().Estimate(Samples.FromScalars<double>(x), y));
        // A few vectors of n numbers; the matrix would be a thousand times that.
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 100L * 8 * Count);
        Assert.Contains("100000 samples needs 80,000,000,000 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("at most", refusal.Message, StringComparison.Ordinal);
        foreach (string way in (string[])["Use order 2 or kernel density, which store no matrix", "MatrixRenyiEstimator.Enclose", "a subsample"])
            Assert.Contains(way, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PackedSamples_PaddedBeyondOneArray_Throws() =>
        Refusal.OutOfRange(
            "dimension",
            () => PackedSamples<double>.ForSimilarity(
                new Samples<double>([], 65, 40_000_000), [], 1, PairLoops.Double(VectorPath.Scalar), EstimationOptions.Default),
            "3840000000 numbers of 65 samples",
            "fewer samples or narrower layers");

    [Fact]
    public void GaussianGram_ImpossibleArguments_Throw()
    {
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars<double>([]), 1, new double[1]), "no samples");
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars([1, double.NaN]), 1, new double[4]), "samples[1][0] is NaN");
        Refusal.Argument("samples", () => GaussianGram.Fill(Samples.FromScalars([float.PositiveInfinity]), 1, new float[1]), "samples[0][0] is Infinity");
        Refusal.OutOfRange("sigma", () => GaussianGram.Fill(Samples.FromScalars([1.0, 2]), 0, new double[4]), "sigma is 0");
        Refusal.OutOfRange("sigma", () => GaussianGram.Fill(Samples.FromScalars([1f, 2]), double.NaN, new float[4]), "sigma is NaN");
        Refusal.Argument("destination", () => GaussianGram.Fill(Samples.FromScalars([1.0, 2]), 1, new double[3]), "room for 3 numbers; 4 are needed");
        Refusal.Argument("destination", () => GaussianGram.Fill(Samples.FromScalars([1f, 2]), 1, new float[3]), "room for 3 numbers; 4 are needed");
    }

    [Fact]
    public void Backend_ImpossibleArguments_Throw()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars([1.0, 2, 3]), 1);
        foreach (Similarity three in (Similarity[])[similarity, Similarity.Delta(Symbols.Distinct(3))])
        {
            double[] untouched = [7, 7];
            Refusal.Argument("destination", () => CpuBackend.Shared.RowSums(three, untouched, EstimationOptions.Default), "room for 2 numbers; 3 are needed");
            Refusal.Argument("destination", () => CpuBackend.Shared.Spectrum(three, untouched, EstimationOptions.Default), "room for 2 numbers; 3 are needed");
            Assert.Equal([7, 7], untouched);
        }

        Refusal.Null("similarity", () => CpuBackend.Shared.RowSums(null!, new double[3], EstimationOptions.Default));
        Refusal.Null("similarity", () => CpuBackend.Shared.SquaredNorm(null!, EstimationOptions.Default));
        Refusal.Null("similarity", () => CpuBackend.Shared.Spectrum(null!, new double[3], EstimationOptions.Default));
        Refusal.Null("options", () => CpuBackend.Shared.RowSums(similarity, new double[3], null!));
        Refusal.Null("options", () => CpuBackend.Shared.SquaredNorm(similarity, null!));
        Refusal.Null("options", () => CpuBackend.Shared.Spectrum(similarity, new double[3], null!));
    }

    [Fact]
    public void Similarity_ImpossibleArguments_Throw()
    {
        Refusal.Null("symbols", () => Similarity.Delta(null!));
        Refusal.Null("x", () => Similarity.Join(null!, Similarity.Delta(Symbols.Distinct(1))));
        Refusal.Null("y", () => Similarity.Join(Similarity.Delta(Symbols.Distinct(1)), null!));
        Refusal.Argument("y", () => Similarity.Join(Similarity.Delta(Symbols.Distinct(1)), Similarity.Delta(Symbols.Distinct(2))), "x has 1 samples and y has 2");
        Refusal.Argument("samples", () => Similarity.Gaussian(Samples.FromScalars([1, double.NaN]), 1), "samples[1][0] is NaN");
        Refusal.Argument("samples", () => Similarity.Gaussian(Samples.FromScalars<double>([]), 1), "no samples");
    }

    private static KernelAlignmentBandwidth Aligned(int count) => new(Symbols.Distinct(count)) { Candidates = 3 };

    private sealed record BrokenRule(double Sigma) : IBandwidthRule
    {
        public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null) where T : unmanaged, IFloatingPointIeee754<T> => Sigma;
    }
}
