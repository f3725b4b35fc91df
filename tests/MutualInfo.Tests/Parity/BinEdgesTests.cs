using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Tests.Parity;

/// <summary>Finding a bin by a guess and a step against looking at every edge.</summary>
public class BinEdgesTests
{
    public static TheoryData<double, double> Ranges() => new()
    {
        { -1, 1 },
        { 0, 1 },
        { -0.1, 0.3 },
        { 0.1, 0.7 },
        { -1.0 / 3, 2.0 / 3 },
        { 1e-300, 3e-300 },
        { 0, 1e-310 },
        { -8e307, 8e307 },
        { 1e16, 1e16 + 64 },
        { 1, 1.0000000000000004 },
        { -42.74789810180664, 42.74789810180664 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void FindEqualWidth_ValuesAtAndBesideEveryEdge_EqualTheCountOfEdges(double low, double high)
    {
        foreach (int bins in (int[])[1, 2, 3, 7, 30, 100, 256])
        {
            double[] edges = BinEdges.EqualWidth(low, high, bins);
            foreach (double edge in edges)
            {
                foreach (double value in (double[])[Math.BitDecrement(edge), edge, Math.BitIncrement(edge), (edge + low) / 2])
                {
                    if (value >= low && value <= high)
                        Assert.Equal(Twin(value, edges), BinEdges.FindEqualWidth(value, edges));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void EqualWidth_AnyRange_AscendsFromOneEndToTheOther(double low, double high)
    {
        foreach (int bins in (int[])[1, 2, 3, 7, 30, 100, 256, 1000])
        {
            double[] edges = BinEdges.EqualWidth(low, high, bins);
            Assert.Equal(low, edges[0]);
            Assert.Equal(high, edges[^1]);
            Assert.Equal(edges.Order(), edges);
        }
    }

    [Fact]
    public void EqualWidth_ManyRanges_EndsExactlyAtTheHighEnd()
    {
        Random random = new(5);
        for (int i = 0; i < 20_000; i++)
        {
            double low = random.NextDouble() - 0.5;
            double high = low + random.NextDouble() + 1e-9;
            Assert.Equal(high, BinEdges.EqualWidth(low, high, 30)[^1]);
        }
    }

    [Theory]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(1e300, 9)]
    [InlineData(double.PositiveInfinity, 9)]
    public void FindEqualWidth_ValuesOutside_LandInTheOuterBins(double value, int bin) =>
        Assert.Equal(bin, BinEdges.FindEqualWidth(value, BinEdges.EqualWidth(-1, 1, 10)));

    [Fact]
    public void CountAtMost_EveryLengthWithTies_EqualsTheCount()
    {
        for (int length = 0; length <= 40; length++)
        {
            Random random = new(length);
            float[] edges = [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(12)).Order()];
            for (float value = -1; value <= 13; value += 0.5f)
                Assert.Equal(edges.Count(edge => edge <= value), BinEdges.CountAtMost(value, edges));
        }
    }

    // The last bin is closed, so the last edge opens nothing.
    private static int Twin(double value, double[] edges) => edges[..^1].Count(edge => edge <= value) - 1;
}
