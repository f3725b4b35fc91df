using MutualInfo.Gaussian;
using MutualInfo.Kernels;
using MutualInfo.Significance;

namespace MutualInfo.Tests.Guards;

/// <summary>What tests and intervals refuse, and that they stop when asked to.</summary>
public class SignificanceGuards
{
    private static readonly IMutualInformationEstimator _exact = Estimators.ExactDiscrete();

    [Fact]
    public void Parameters_OutOfRange_Throw()
    {
        Refusal.OutOfRange("permutations", () => _ = new PermutationTest(0), "from 1 to");
        Refusal.OutOfRange("permutations", () => _ = new PermutationTest { Permutations = -5 });
        foreach (double level in (double[])[0, 1, -0.1, 95, double.NaN])
        {
            Refusal.OutOfRange("level", () => _ = new SubsamplingInterval(level), "between 0 and 1");
            Refusal.OutOfRange("level", () => _ = new JackknifeInterval(level), "between 0 and 1");
            Refusal.OutOfRange("share", () => _ = new SubsamplingInterval { Share = level });
        }

        Refusal.OutOfRange("subsamples", () => _ = new SubsamplingInterval { Subsamples = 1 });
        Refusal.OutOfRange("blocks", () => _ = new JackknifeInterval { Blocks = 1 });
        Refusal.OutOfRange("order", () => _ = new BiasExtrapolation(3));
        Refusal.OutOfRange("halvings", () => _ = new BiasExtrapolation { Halvings = 0 });
        Refusal.OutOfRange("shuffles", () => _ = new BiasExtrapolation { Shuffles = 0 });
        Refusal.OutOfRange("blocks", () => _ = new BiasExtrapolation { Blocks = 1 });
    }

    [Fact]
    public void Run_NullEmptyOrUnequal_Throws()
    {
        foreach (Runner run in Runners())
        {
            Refusal.Null("estimator", () => run(null!, Symbols.Distinct(40), Symbols.Distinct(40)));
            Refusal.Null("x", () => run(_exact, null!, Symbols.Distinct(40)));
            Refusal.Null("y", () => run(_exact, Symbols.Distinct(40), null!));
            Refusal.Argument("x", () => run(_exact, Symbols.Distinct(0), Symbols.Distinct(0)), "x has no samples");
            Refusal.Argument("y", () => run(_exact, Symbols.Distinct(40), Symbols.Distinct(41)), "x has 40 samples and y has 41");
        }
    }

    [Fact]
    public void Run_NaN_IsRefusedByItsPlaceInTheCallersRows()
    {
        double[] values = Seeded.Normal(new Random(1), 40);
        values[17] = double.NaN;
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(2), 40, 2));
        Refusal.Argument("x", () => new PermutationTest(9).Run(Estimators.KernelDensity(), Samples.FromScalars<double>(values), labels), "x[17][0] is NaN");
        Refusal.Argument("y", () => new PermutationTest(9).Run(Estimators.Binning(), labels, Samples.FromScalars<double>(values)), "y[17][0] is NaN");
        Refusal.Argument("x", () => new SubsamplingInterval().Run(Estimators.Binning(), Samples.FromScalars<double>(values), labels), "x[17][0] is NaN");
        Refusal.Argument("x", () => new JackknifeInterval().Run(Estimators.Binning(), Samples.FromScalars<double>(values), labels), "x[17][0] is NaN");
        Refusal.Argument("x", () => new BiasExtrapolation().Run(Estimators.Binning(), Samples.FromScalars<double>(values), labels), "x[17][0] is NaN");
    }

    [Fact]
    public void Run_TooFewSamples_SaysHowManyAreNeeded()
    {
        Refusal.Argument("x", () => new SubsamplingInterval().Run(_exact, Symbols.Distinct(3), Symbols.Distinct(3)), "3 sample(s)", "at least 4");
        Refusal.Argument("x", () => new JackknifeInterval().Run(_exact, Symbols.Distinct(19), Symbols.Distinct(19)), "at least 20");
        Refusal.Argument("x", () => new BiasExtrapolation { Blocks = 2 }.Run(_exact, Symbols.Distinct(15), Symbols.Distinct(15)), "at least 16");
        Assert.Equal(1, new PermutationTest(9).Run(_exact, Symbols.Distinct(1), Symbols.Distinct(1)).PValue);
    }

    [Fact]
    public void Run_SubsampleThatTheEstimatorRefuses_SaysThatItSpeaksOfAPart()
    {
        double[] x = Seeded.Normal(new Random(1), 40);
        double[] y = Seeded.Normal(new Random(2), 40);
        // 30 neighbours of 40 samples, but not of 20.
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(() =>
            new SubsamplingInterval().Run(Estimators.Kraskov(30), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)));
        Assert.Contains("A subsample of 20 of the 40 samples was refused", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InfiniteEstimate_HasNoIntervalButAPValue()
    {
        double[] x = [.. Enumerable.Range(0, 64).Select(i => (double)i)];
        double[] y = [.. x.Select(value => 2 * value)];
        Refusal.Argument("x", () => new JackknifeInterval().Run(Estimators.Gaussian(), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)), "not finite");
        Refusal.Argument("x", () => new BiasExtrapolation().Run(Estimators.Gaussian(), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)), "not finite");
        PermutationTestResult test = new PermutationTest(99).Run(Estimators.Gaussian(), Samples.FromScalars<double>(x), Samples.FromScalars<double>(y));
        Assert.Equal(0.01, test.PValue);
        // Of three samples on a line every sixth order is on a line again, and another sixth on the mirrored one.
        PermutationTestResult few = new PermutationTest(200).Run(Estimators.Gaussian() with { Correction = GaussianCorrection.None }, Samples.FromScalars<double>(x.AsSpan(0, 3)), Samples.FromScalars<double>(y.AsSpan(0, 3)));
        Assert.InRange(few.PValue, 0.2, 0.5);
        Assert.Equal(double.PositiveInfinity, few.Null.Mean.Nats);
        Assert.Equal(double.PositiveInfinity, few.Null.StandardDeviation.Nats);
        Assert.Equal(double.PositiveInfinity, few.Null.Quantile(0.999).Nats);
    }

    [Fact]
    public void Run_ParametersThatDoNotFitTogether_Throws()
    {
        Symbols x = Symbols.Distinct(100);
        InvalidOperationException few = Assert.Throws<InvalidOperationException>(() => new SubsamplingInterval(0.99) { Subsamples = 100 }.Run(_exact, x, x));
        Assert.Contains("use 200 or more", few.Message, StringComparison.Ordinal);
        InvalidOperationException undetermined = Assert.Throws<InvalidOperationException>(() => new BiasExtrapolation(2) { Halvings = 1 }.Run(_exact, x, x));
        Assert.Contains("use 2 halvings or more", undetermined.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PermutationTest_BandwidthTunedToTheLabels_IsRefused()
    {
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(1), 20, 2));
        double[] layer = Seeded.Normal(new Random(2), 20);
        KernelAlignmentBandwidth aligned = new(labels);
        Refusal.Argument("estimator", () => new PermutationTest().Run(new KernelDensityEstimator(aligned), Samples.FromScalars<double>(layer), labels), "tuned to the data", "FixedBandwidth");
        Refusal.Argument("estimator", () => new PermutationTest().Run(new MatrixRenyiEstimator(2, aligned), Samples.FromScalars<double>(layer), labels), "tuned to the data");
    }

    [Fact]
    public void Run_TokenAlreadyCancelled_ThrowsItBeforeAnyWork()
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true), Progress = new Listener(_ => Assert.Fail("Work was reported.")) };
        foreach (Runner run in Runners(cancelled))
        {
            OperationCanceledException stopped = Assert.Throws<OperationCanceledException>(() => run(_exact, Symbols.Distinct(50), Symbols.Distinct(50)));
            Assert.Equal(cancelled.CancellationToken, stopped.CancellationToken);
        }
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void Run_CancelledAtTheFirstReport_Stops(int threads)
    {
        Symbols x = Symbols.FromLabels(Seeded.Labels(new Random(1), 200, 4));
        for (int i = 0; i < 4; i++)
        {
            using CancellationTokenSource source = new();
            int reports = 0;
            EstimationOptions stopping = new()
            {
                CancellationToken = source.Token,
                MaxDegreeOfParallelism = threads,
                Progress = new Listener(_ =>
                {
                    Interlocked.Increment(ref reports);
                    source.Cancel();
                }),
            };
            Runner run = Runners(stopping)[i];
            Assert.Throws<OperationCanceledException>(() => run(_exact, x, x));
            // One report, and those that other threads were about to make.
            Assert.InRange(reports, 1, 1 + Environment.ProcessorCount);
        }
    }

    [Fact]
    public void Run_Listener_HearsEveryEstimateUpToOne()
    {
        Symbols x = Symbols.FromLabels(Seeded.Labels(new Random(1), 60, 4));
        for (int i = 0; i < 4; i++)
        {
            List<double> heard = [];
            Runners(new EstimationOptions { MaxDegreeOfParallelism = 1, Progress = new Listener(heard.Add) })[i](_exact, x, x);
            Assert.Equal(heard.Order(), heard);
            Assert.True(heard.Count >= 20 && heard[0] > 0 && heard[0] <= 0.05, $"{heard.Count} reports, the first {heard[0]}");
            Assert.Equal(1, heard[^1]);
        }
    }

    private delegate void Runner(IMutualInformationEstimator estimator, Symbols x, Symbols y);

    private static Runner[] Runners(EstimationOptions? options = null) =>
    [
        (estimator, x, y) => new PermutationTest(50).Run(estimator, x, y, options),
        (estimator, x, y) => new SubsamplingInterval().Run(estimator, x, y, options),
        (estimator, x, y) => new JackknifeInterval().Run(estimator, x, y, options),
        (estimator, x, y) => new BiasExtrapolation().Run(estimator, x, y, options),
    ];

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }
}
