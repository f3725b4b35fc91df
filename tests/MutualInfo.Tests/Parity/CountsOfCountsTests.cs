using MutualInfo.Discrete;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Counts of counts and the entropies made of them against a dictionary and the plain sum.</summary>
public class CountsOfCountsTests
{
    // Up to 500 terms of one sign, summed in another order.
    private const double SummationOrder = 1e-13;

    [Fact]
    public void From_RandomHistograms_GroupsEqualCounts()
    {
        for (int length = 1; length <= 60; length++)
        {
            int[] histogram = [1, .. Seeded.Labels(new Random(length), length, 6)];

            CountsOfCounts counts = CountsOfCounts.From(histogram, nameof(histogram));

            (long Count, int Multiplicity)[] expected =
                [.. histogram.Where(count => count > 0).GroupBy(count => count).OrderBy(group => group.Key).Select(group => ((long)group.Key, group.Count()))];
            Assert.Equal(expected, counts.Counts.Zip(counts.Multiplicities));
            Assert.Equal(histogram.Sum(), counts.SampleCount);
            Assert.Equal(histogram.Count(count => count > 0), counts.AlphabetSize);
        }
    }

    [Fact]
    public void Entropies_EveryCountOfSamples_EqualTheTwins()
    {
        for (int count = 2; count <= 130; count++)
        {
            int[] labels = Seeded.Labels(new Random(count), count, 1 + count / 3);
            int[] histogram = Symbols.FromLabels(labels).Histogram.ToArray();

            Assert.Equal(Counting.PlugIn(labels), new PlugIn().Estimate(histogram).Nats, SummationOrder);
            Assert.Equal(Counting.MillerMadow(labels), new MillerMadow().Estimate(histogram).Nats, SummationOrder);
        }
    }

    [Fact]
    public void PlugIn_CountsThatOverflowInt_AreAddedInLong()
    {
        int[] histogram = [int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue];

        Assert.Equal(4L * int.MaxValue, CountsOfCounts.From(histogram, nameof(histogram)).SampleCount);
        Assert.Equal(Math.Log(4), new PlugIn().Estimate(histogram).Nats);
    }

    [Fact]
    public void MutualInformation_RandomTables_EqualsTheTwin()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            long[,] counts = new long[1 + random.Next(6), 1 + random.Next(6)];
            double[,] table = new double[counts.GetLength(0), counts.GetLength(1)];
            for (int x = 0; x < counts.GetLength(0); x++)
            {
                for (int y = 0; y < counts.GetLength(1); y++)
                    table[x, y] = counts[x, y] = random.Next(9) + (x == 0 ? 1 : 0);
            }

            (int[] left, int[] right) = Counting.Samples(counts);
            double nats = Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(left), Symbols.FromLabels(right)).Value.Nats;

            Assert.True(Math.Abs(Counting.MutualInformation(table) - nats) <= SummationOrder, $"seed {seed}");
        }
    }
}
