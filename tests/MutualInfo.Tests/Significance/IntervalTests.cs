using MutualInfo.Significance;
using MutualInfo.Significance.Primitives;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>Intervals: their definition on a small case, determinism, and how often they cover on a channel whose information is known.</summary>
public class IntervalTests
{
    [Fact]
    public void Jackknife_ByItsDefinition_IsTheSpreadWithoutEachBlock()
    {
        Observations data = DataSets.Related(1, 60, 2);
        IMutualInformationEstimator estimator = Estimators.Binning(4);
        InformationInterval interval = new JackknifeInterval { Blocks = 5, Seed = 3 }.Run(estimator, data.X.Samples, data.Y.Samples);

        DealtBlocks dealt = new(60, 5, 3);
        double[] without = [.. Enumerable.Range(0, 5).Select(block => estimator.Estimate(data.Rows(dealt.Without(block))).Value.Nats)];
        double error = Math.Sqrt(4 / 5.0 * without.Sum(value => Math.Pow(value - without.Average(), 2)));
        Assert.Equal(error, interval.StandardError.Nats, 1e-15);
        // The 97.5 % quantile of Student's t with 4 degrees of freedom.
        Assert.Equal(interval.Estimate.Value.Nats - 2.7764451051977944 * error, interval.Lower.Nats, 1e-14);
        Assert.Equal(interval.Estimate.Value.Nats + 2.7764451051977944 * error, interval.Upper.Nats, 1e-14);
        Law.IsBitwiseEqual(estimator.Estimate(data), interval.Estimate);
    }

    [Theory, InlineData(10, 3), InlineData(61, 20), InlineData(5, 5)]
    public void DealtBlocks_AnyCount_HoldEverySampleOnceInNearlyEqualBlocks(int count, int blocks)
    {
        DealtBlocks dealt = new(count, blocks, 7);
        int[] sizes = [.. Enumerable.Range(0, blocks).Select(block => count - dealt.Without(block).Length)];
        Assert.Equal(count, sizes.Sum());
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
        Assert.Equal(count * (blocks - 1), Enumerable.Range(0, blocks).Sum(block => dealt.Without(block).Distinct().Count()));
    }

    [Fact]
    public void Subsampling_OfAMean_FindsItsStandardError()
    {
        // An "estimator" whose value is the mean of x has a standard error that everybody knows.
        double[] x = Seeded.Normal(new Random(4), 400);
        double known = Math.Sqrt(x.Sum(value => Math.Pow(value - x.Average(), 2)) / 399 / 400);
        foreach (double share in (double[])[0.2, 0.5, 0.8])
        {
            InformationInterval interval = new SubsamplingInterval { Subsamples = 2000, Share = share }.Run(
                new MeanOfX(), Samples.FromScalars<double>(x), Symbols.Distinct(400));
            // 2000 draws know a standard deviation to 1/√4000 = 1.6 %: four of those.
            Assert.Equal(known, interval.StandardError.Nats, 0.064 * known);
            // 1.96 standard errors to either side; the quantiles at 2.5 % of 2000 draws are known to about 5 %: three of those.
            Assert.Equal(x.Average() - 1.96 * known, interval.Lower.Nats, 0.3 * known);
            Assert.Equal(x.Average() + 1.96 * known, interval.Upper.Nats, 0.3 * known);
        }

        InformationInterval blocks = new JackknifeInterval { Blocks = 400 }.Run(new MeanOfX(), Samples.FromScalars<double>(x), Symbols.Distinct(400));
        // Leaving out each sample once gives the classic standard error of a mean itself.
        Assert.Equal(known, blocks.StandardError.Nats, 1e-12);
    }

    [Fact]
    public void Run_AnyThreadsAndTheSameSeed_GivesTheSameBits()
    {
        Observations data = DataSets.Related(2, 80, 2);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.Binning(4), Estimators.KernelDensity(0.1), Estimators.MatrixRenyi()])
        {
            EstimationOptions alone = new() { MaxDegreeOfParallelism = 1 };
            InformationInterval subsampled = new SubsamplingInterval { Subsamples = 40, Seed = 2 }.Run(estimator, data.X.Samples, data.Y.Samples, alone);
            InformationInterval jackknifed = new JackknifeInterval { Blocks = 8, Seed = 2 }.Run(estimator, data.X.Samples, data.Y.Samples, alone);
            foreach (int threads in (int[])[2, 3, 7])
            {
                EstimationOptions together = new() { MaxDegreeOfParallelism = threads };
                Assert.Equal(Ends(subsampled), Ends(new SubsamplingInterval { Subsamples = 40, Seed = 2 }.Run(estimator, data.X.Samples, data.Y.Samples, together)));
                Assert.Equal(Ends(jackknifed), Ends(new JackknifeInterval { Blocks = 8, Seed = 2 }.Run(estimator, data.X.Samples, data.Y.Samples, together)));
            }

            Assert.NotEqual(Ends(subsampled), Ends(new SubsamplingInterval { Subsamples = 40, Seed = 3 }.Run(estimator, data.X.Samples, data.Y.Samples, alone)));
        }
    }

    [Fact]
    public void Run_EachPairOfVariables_TakesThemAsTheyAre()
    {
        Observations data = DataSets.Related(2, 60, 1);
        Symbols labels = Symbols.FromLabels(Seeded.Labels(new Random(1), 60, 3));
        IMutualInformationEstimator bins = Estimators.Binning(3);
        SubsamplingInterval subsampling = new() { Subsamples = 40 };
        JackknifeInterval jackknife = new() { Blocks = 6 };
        foreach (InformationInterval interval in (InformationInterval[])
            [subsampling.Run(bins, labels, data.Y.Samples), jackknife.Run(bins, labels, data.Y.Samples)])
        {
            Law.IsBitwiseEqual(bins.Estimate(labels, data.Y.Samples), interval.Estimate);
            Assert.True(interval.Lower < interval.Upper);
        }

        // Only bins of the layer see the numbers; swapping x and y swaps nothing else.
        Assert.Equal(Ends(subsampling.Run(bins, labels, data.Y.Samples)), Ends(subsampling.Run(bins, data.Y.Samples, labels)));
        Assert.Equal(Ends(jackknife.Run(bins, labels, data.Y.Samples)), Ends(jackknife.Run(bins, data.Y.Samples, labels)));
        Assert.Equal(Ends(subsampling.Run(bins, labels, labels)), Ends(subsampling.Run(Estimators.ExactDiscrete(), labels, labels)));
        Assert.Contains("95 % interval [", subsampling.Run(bins, labels, labels).ToString(), StringComparison.Ordinal);
        Assert.Contains("bias not included", jackknife.Run(bins, labels, labels).ToString(), StringComparison.Ordinal);
    }

    // A binary symmetric channel with errors of a tenth: I = ln 2 − H(0.1). At n = 400 the plug-in's bias, 1/2n, is a thirtieth of its spread.
    [Fact]
    public void Run_BinarySymmetricChannel_CoversTheTruthAsOftenAsItSays()
    {
        const double Truth = 0.368064;
        const int Repetitions = 300;
        int bySubsampling = 0;
        int byJackknife = 0;
        for (int seed = 0; seed < Repetitions; seed++)
        {
            (Symbols x, Symbols y) = Channel(new Random(seed), 400);
            InformationInterval subsampled = new SubsamplingInterval { Seed = (ulong)seed }.Run(Estimators.ExactDiscrete(), x, y);
            InformationInterval jackknifed = new JackknifeInterval { Seed = (ulong)seed }.Run(Estimators.ExactDiscrete(), x, y);
            bySubsampling += Covers(subsampled, Truth) ? 1 : 0;
            byJackknife += Covers(jackknifed, Truth) ? 1 : 0;
        }

        // 95 % of 300 is 285 with a standard deviation of 3.8: four of those below, and nothing says that more is wrong.
        Assert.InRange(bySubsampling, 270, Repetitions);
        Assert.InRange(byJackknife, 270, Repetitions);
        // An interval that always covers would be no interval.
        Assert.True(bySubsampling + byJackknife < 2 * Repetitions - 2, $"{bySubsampling} and {byJackknife} of {Repetitions}");
    }

    [Fact]
    public void Run_ALowerLevel_GivesAShorterInterval()
    {
        (Symbols x, Symbols y) = Channel(new Random(1), 200);
        InformationInterval wide = new SubsamplingInterval(0.95).Run(Estimators.ExactDiscrete(), x, y);
        InformationInterval narrow = new SubsamplingInterval(0.5).Run(Estimators.ExactDiscrete(), x, y);
        Assert.True(wide.Lower < narrow.Lower && narrow.Upper < wide.Upper);
        Assert.True(new JackknifeInterval(0.5).Run(Estimators.ExactDiscrete(), x, y).Upper < new JackknifeInterval(0.95).Run(Estimators.ExactDiscrete(), x, y).Upper);
        Assert.Equal(0.5, narrow.Level);
    }

    private static (Symbols X, Symbols Y) Channel(Random random, int n)
    {
        int[] sent = Seeded.Labels(random, n, 2);
        return (Symbols.FromLabels(sent), Symbols.FromLabels([.. sent.Select(bit => random.NextDouble() < 0.1 ? 1 - bit : bit)]));
    }

    private static bool Covers(InformationInterval interval, double nats) => interval.Lower.Nats <= nats && nats <= interval.Upper.Nats;

    private static (Information, Information, Information) Ends(InformationInterval interval) => (interval.Lower, interval.Upper, interval.StandardError);
}
