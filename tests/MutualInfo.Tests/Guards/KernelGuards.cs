using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Guards;

/// <summary>What orders, similarities and backends refuse.</summary>
public class KernelGuards
{
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
    public void PackedSamples_PaddedBeyondOneArray_Throws() =>
        Refusal.OutOfRange(
            "dimension",
            () => PackedSamples<double>.ForSimilarity(
                new Samples<double>([], 65, 40_000_000), [], 1, PairLoops.Double(VectorPath.Scalar), EstimationOptions.Default),
            "3840000000 numbers of 65 samples",
            "fewer samples or narrower layers");

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
}
