using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Guards;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Sensitivity;

/// <summary>What a sweep is made of, what it refuses, and what it does only once.</summary>
public class SweepTests
{
    private static readonly double[] _numbers = [0.5, -0.25, 1, 0.75, 0.125, 2, -3, 0.0625];

    [Fact]
    public void OfParameter_Values_MakeEstimatorsThatKeepTheRest()
    {
        KernelDensityEstimator lower = Estimators.KernelDensity(bound: KernelDensityBound.Lower) with { Scaling = FeatureScaling.ZScore };
        Sweep sweep = Sweep.OfBandwidth(lower, 0.5, 0.1);
        Assert.Equal("σ", sweep.Parameter);
        Assert.Equal([0.5, 0.1], sweep.Values);
        Assert.Equal([lower with { Bandwidth = new FixedBandwidth(0.5) }, lower with { Bandwidth = new FixedBandwidth(0.1) }], sweep.Estimators);
        Assert.Equal("σ = 0.5, 0.1", sweep.ToString());
        Assert.Equal([new FixedBandwidth(2)], Sweep.OfBandwidth(Estimators.MatrixRenyi(3), 2).Estimators.Select(one => ((MatrixRenyiEstimator)one).Bandwidth));
        Assert.Equal([3.0, 4], Sweep.OfOrder(Estimators.MatrixRenyi(), 3, 4).Estimators.Select(one => ((MatrixRenyiEstimator)one).Order));
        Assert.Equal([Estimators.Binning(7, -1, 1), Estimators.Binning(9, -1, 1)], Sweep.OfBins(Estimators.Binning(30, -1, 1), 7, 9).Estimators);
        Assert.Equal([Estimators.Ross(2), Estimators.Ross(5)], Sweep.OfNeighbours(Estimators.Ross(), 2, 5).Estimators);
        Assert.Equal([new ShwartzZivTishbyBins(7)], Sweep.OfBins(new DiscreteEstimator(new ShwartzZivTishbyBins()), 7).Estimators.Select(one => ((DiscreteEstimator)one).Discretizer));
        Assert.Equal("width = 0.5, 0.25", Sweep.Of("width", width => new DiscreteEstimator(new FixedWidthBins(width)), 0.5, 0.25).ToString());
    }

    [Fact]
    public void OfBandwidthFactor_EveryRuleWithAFactor_HasItTimesThat()
    {
        (IBandwidthRule Rule, IBandwidthRule Thrice)[] rules =
        [
            (new FixedBandwidth(0.5), new FixedBandwidth(1.5)),
            (new ScottBandwidth(), new ScottBandwidth(6)),
            (new SilvermanBandwidth(0.5), new SilvermanBandwidth(1.5)),
            (new MedianBandwidth(), new MedianBandwidth(3)),
            (new TapiaEstevezBandwidth(), new TapiaEstevezBandwidth(3)),
            (new MaxActivityBandwidth(0.5), new MaxActivityBandwidth(4.5)),
        ];
        foreach ((IBandwidthRule rule, IBandwidthRule thrice) in rules)
            Assert.Equal([new KernelDensityEstimator(thrice)], Sweep.OfBandwidthFactor(new KernelDensityEstimator(rule), 3).Estimators);
        Refusal.Argument("estimator", () => Sweep.OfBandwidthFactor(new KernelDensityEstimator(new KernelAlignmentBandwidth(Symbols.Distinct(3))), 3), "has no factor", "Sweep.Of");
    }

    [Fact]
    public void OfParameter_WhatIsNone_IsRefused()
    {
        Refusal.Argument("sigmas", () => Sweep.OfBandwidth(Estimators.KernelDensity()), "sigmas is empty; at least 1 value of σ");
        Refusal.OutOfRange("sigma", () => Sweep.OfBandwidth(Estimators.KernelDensity(), 0.5, 0));
        Refusal.OutOfRange("factors", () => Sweep.OfBandwidthFactor(Estimators.KernelDensity(), double.NaN));
        Refusal.OutOfRange("order", () => Sweep.OfOrder(Estimators.MatrixRenyi(), -1));
        Refusal.OutOfRange("bins", () => Sweep.OfBins(Estimators.Binning(), 3, 0));
        Refusal.Argument("estimator", () => Sweep.OfBandwidth(Estimators.Binning(), 1), "has no bandwidth", "Sweep.Of");
        Refusal.Argument("estimator", () => Sweep.OfBins(Estimators.ExactDiscrete(), 3), "has no number of bins", "Sweep.Of");
        Refusal.Argument("estimator", () => Sweep.OfNeighbours(Estimators.Binning(), 3), "counts no neighbours", "Sweep.Of");
        Refusal.OutOfRange("neighbours", () => Sweep.OfNeighbours(Estimators.Kraskov(), 3, 0));
        Refusal.Argument("neighbours", () => Sweep.OfNeighbours(Estimators.Kraskov()), "neighbours is empty");
        Refusal.Null("estimator", () => Sweep.OfNeighbours(null!, 1));
        Refusal.Null("estimator", () => Sweep.OfBandwidth(null!, 1));
        Refusal.Null("estimator", () => Sweep.OfOrder(null!, 1));
        Refusal.Null("estimator", () => Sweep.OfBins(null!, 1));
        Refusal.Null("make", () => Sweep.Of("k", null!, 1));
        Refusal.Argument("make", () => Sweep.Of("k", _ => null!, 1), "no estimator for k = 1");
        Refusal.Argument("parameter", () => Sweep.Of(" ", _ => Estimators.Binning(), 1));
        Refusal.Argument("values", () => Sweep.Of("k", _ => Estimators.Binning()), "values is empty");
    }

    [Fact]
    public void Estimate_BadVariables_AreRefusedAsTheEstimatorsRefuseThem()
    {
        foreach (Sweep sweep in (Sweep[])[
            Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 2), Sweep.OfOrder(Estimators.MatrixRenyi(), 1, 2), Sweep.OfBins(Estimators.Binning(), 2, 3),
            Sweep.OfBins(Estimators.AdaptiveBinning(), 2, 3), Sweep.OfBins(new DiscreteEstimator(new EqualFrequencyBins(2)), 2, 3)])
        {
            Refusal.Null("y", () => sweep.Estimate(Symbols.Distinct(8), (Symbols)null!));
            Refusal.Argument("x", () => sweep.Estimate(Samples.FromScalars<double>([]), Symbols.Distinct(8)), "x has no samples");
            Refusal.Argument("y", () => sweep.Estimate(Symbols.Distinct(8), Symbols.Distinct(7)), "x has 8 samples and y has 7");
            double[] broken = [.. _numbers];
            broken[3] = double.NaN;
            Refusal.Argument("y", () => sweep.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(broken)), "y[3][0] is NaN");
        }

        Refusal.Argument("x", () => Sweep.OfBins(new DiscreteEstimator(new EqualFrequencyBins(2)), 2, 9).Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8)), "8 values", "9 bins");
        Refusal.Argument("x", () => Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 2).Estimate(Samples.FromScalars([1.0]), Symbols.Distinct(1)), "kernel density needs at least 2");
        // Most pairs are equal, so the median distance is 0.
        Refusal.Argument("x", () => Sweep.OfBandwidthFactor(new KernelDensityEstimator(new MedianBandwidth()), 1, 2).Estimate(Samples.FromScalars([1.0, 1, 1, 1, 2]), Symbols.Distinct(5)), "bandwidth of 0");
    }

    [Fact]
    public void Curve_OfBandwidths_KnowsItsEnds()
    {
        SensitivityCurve curve = Sweep.OfBandwidth(Estimators.KernelDensity(), 100, 1e-3, 1).Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8));
        Assert.Equal([100, 1e-3, 1], curve.Points.Select(point => point.Parameter));
        Assert.Equal([100, 1e-3, 1], curve.Points.Select(point => point.Estimate.Diagnostics.BandwidthX!.Value));
        Assert.Equal(100, curve.Lowest.Parameter);
        Assert.Equal(1e-3, curve.Highest.Parameter);
        Assert.Equal(curve.Highest.Estimate.Value - curve.Lowest.Estimate.Value, curve.Spread);
        Law.Near("the highest", 3, curve.Highest.Estimate.Value.Bits, 1e-12);
        Assert.Equal($"I(X;Y) from {curve.Lowest.Estimate.Value} at σ = 100 to 3.0000 bits at σ = 0.001, 3 values of σ", curve.ToString());
    }

    // Three row sums and three spectra, whatever the number of values; and an estimator of the caller's own is simply asked.
    [Fact]
    public void Estimate_Variants_ShareTheirPasses()
    {
        CountingBackend backend = new();
        EstimationOptions options = new() { Backend = backend };
        Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 2, 3, 4).Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(_numbers), options);
        Assert.Equal((3, 0, 0), (backend.Sweeps, backend.RowSumsAlone, backend.Spectra));
        Sweep.OfOrder(Estimators.MatrixRenyi(), 1, 1.01, 5).Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(_numbers), options);
        Assert.Equal((3, 0, 3), (backend.Sweeps, backend.RowSumsAlone, backend.Spectra));

        IMutualInformationEstimator[] mixed = [Estimators.KernelDensity(1), Estimators.ExactDiscrete(), Estimators.KernelDensity(4), Estimators.MatrixRenyi(2), new Own()];
        List<double> heard = [];
        SensitivityCurve curve = Sweep.Of("which", which => mixed[(int)which], 0, 1, 2, 3, 4)
            .Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8), options with { Progress = new Listener(heard.Add) });
        Assert.Equal(4, backend.Sweeps);
        Assert.Equal(mixed, curve.Points.Select(point => point.Estimate.Estimator));
        Assert.Equal(heard.Order(), heard);
        Assert.InRange(heard[0], 0, 1);
    }

    [Fact]
    public void Estimate_CancelledWhileRunning_Stops()
    {
        Observations data = DataSets.Related(1, 300, 3);
        foreach (Sweep sweep in (Sweep[])[Sweep.OfBandwidth(Estimators.KernelDensity(), 1, 2, 3), Sweep.OfOrder(Estimators.MatrixRenyi(), 1, 2, 3)])
        {
            using CancellationTokenSource source = new();
            EstimationOptions stopping = new() { CancellationToken = source.Token, Progress = new Listener(_ => source.Cancel()) };
            OperationCanceledException stopped = Assert.ThrowsAny<OperationCanceledException>(() => sweep.Estimate(data.X.Samples, data.Y.Samples, stopping));
            Assert.Equal(source.Token, stopped.CancellationToken);
            Assert.ThrowsAny<OperationCanceledException>(() => sweep.Estimate(data.X.Samples, data.Y.Samples, stopping));
        }
    }

    [Fact]
    public void RowSumsAt_BadMultiples_AreRefused()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>(_numbers), 1);
        foreach (IComputeBackend backend in (IComputeBackend[])[CpuBackend.Shared, new Plain()])
        {
            Refusal.OutOfRange("widenings", () => backend.RowSumsAt(similarity, [1, 0], EstimationOptions.Default));
            Refusal.OutOfRange("widenings", () => backend.RowSumsAt(similarity, [double.NaN], EstimationOptions.Default));
            Refusal.Null("widenings", () => backend.RowSumsAt(similarity, null!, EstimationOptions.Default));
            Refusal.Null("similarity", () => backend.RowSumsAt(null!, [1], EstimationOptions.Default));
            Assert.Empty(backend.RowSumsAt(similarity, [], EstimationOptions.Default));
        }
    }

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }

    /// <summary>An estimator of the caller's own, which says what another says.</summary>
    private sealed record Own : IMutualInformationEstimator
    {
        public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
            Estimators.ExactDiscrete().Estimate(x, y) with { Estimator = this };

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            Estimators.ExactDiscrete().Estimate(x, y) with { Estimator = this };

        public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
            Estimators.ExactDiscrete().Estimate(x, y) with { Estimator = this };
    }

    private class Plain : IComputeBackend
    {
        public string Name => "plain";

        public virtual void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public virtual void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.Spectrum(similarity, destination, options);
    }

    private sealed class CountingBackend : Plain, IComputeBackend
    {
        public int Sweeps { get; private set; }

        public int RowSumsAlone { get; private set; }

        public int Spectra { get; private set; }

        public override void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            // Labels have no bandwidth to sweep.
            RowSumsAlone += similarity.Dimension == 0 ? 0 : 1;
            base.RowSums(similarity, destination, options);
        }

        public IReadOnlyList<double[]> RowSumsAt(Similarity similarity, IReadOnlyList<double> widenings, EstimationOptions options)
        {
            Sweeps++;
            return CpuBackend.Shared.RowSumsAt(similarity, widenings, options);
        }

        public override void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            Spectra++;
            base.Spectrum(similarity, destination, options);
        }
    }
}
