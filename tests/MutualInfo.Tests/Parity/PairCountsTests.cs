using MutualInfo.Discrete.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Joint histograms and joint codes against a dictionary, by addressing and by hashing.</summary>
public class PairCountsTests
{
    private const int Manifold = 1_000_000;

    // Few pairs, pairs beyond a cell for each, and so many rows that they are parted.
    [Theory]
    [InlineData(1, 1, 1), InlineData(200, 3, 4), InlineData(500, 90, 100), InlineData(3000, 2500, 900), InlineData(60_000, 50_000, 50_000), InlineData(120_000, 3, 60_000)]
    public void Of_AnyAlphabets_EqualsTheTwinForAnyNumberOfThreads(int count, int ofX, int ofY)
    {
        Random random = new(count);
        int[] x = [.. Enumerable.Range(0, count).Select(_ => random.Next(ofX) * Manifold)];
        int[] y = [.. Enumerable.Range(0, count).Select(_ => random.Next(ofY) - 7)];
        int[] twin = Counting.Codes([.. x.Zip(y).SelectMany(pair => (int[])[pair.First, pair.Second])], 2);
        CountsOfCounts expected = CountsOfCounts.From(Counting.Histogram(twin), "histogram");
        Symbols left = Symbols.FromLabels(x);
        Symbols right = Symbols.FromLabels(y);

        Symbols joint = Symbols.Join(left, right);
        Assert.True(twin.SequenceEqual(joint.Codes.ToArray()));
        Assert.True(Counting.Histogram(twin).SequenceEqual(joint.Histogram.ToArray()));
        foreach (int threads in (int[])[1, 2, 7])
        {
            CountsOfCounts counts = PairCounts.Of(left, right, new EstimationOptions { MaxDegreeOfParallelism = threads });
            Assert.Equal(expected.Counts, counts.Counts);
            Assert.Equal(expected.Multiplicities, counts.Multiplicities);
            Assert.Equal(expected.SampleCount, counts.SampleCount);
            Assert.Equal(expected.AlphabetSize, counts.AlphabetSize);
            Assert.Equal(joint.Histogram.Count(1), counts.Singletons);
        }
    }

    [Theory]
    [InlineData(new[] { 3, 3, -1, 5, -1 }), InlineData(new[] { int.MinValue, int.MaxValue, 0, int.MinValue }), InlineData(new[] { 7 }), InlineData(new int[0])]
    public void FromLabels_AnyLabels_EqualsTheTwin(int[] labels)
    {
        int[] twin = Counting.Codes(labels, 1);
        Symbols narrow = Symbols.FromLabels(labels);
        Symbols wide = Symbols.FromLabels(Array.ConvertAll(labels, label => label * (long)int.MaxValue));
        Assert.Equal(twin, narrow.Codes.ToArray());
        Assert.Equal(twin, wide.Codes.ToArray());
        Assert.Equal(Counting.Histogram(twin), narrow.Histogram.ToArray());
        Assert.Equal(Counting.Histogram(twin), wide.Histogram.ToArray());
    }

    [Fact]
    public void FromLabels_EndsOf64Bits_EqualsTheTwin()
    {
        long[] labels = [long.MaxValue, long.MinValue, 0, long.MinValue, -1];
        Assert.Equal([0, 1, 2, 1, 3], Symbols.FromLabels(labels).Codes.ToArray());
    }

    // Rows narrower and wider than a key; the zeros stand in different places of equal rows.
    [Theory, InlineData(1), InlineData(3), InlineData(4), InlineData(5), InlineData(17)]
    public void FromRows_BothZeros_AreOneNumber(int dimension)
    {
        Random random = new(dimension);
        float[] values = [.. Enumerable.Range(0, 900 * dimension).Select(_ => random.Next(6 * dimension) == 0 ? 1f : random.Next(2) == 0 ? -0f : 0f)];
        int[] twin = Counting.Codes(Array.ConvertAll(values, value => value + 0f), dimension);
        Assert.Equal(twin, Symbols.FromRows(Samples.FromRows<float>(values, dimension)).Codes.ToArray());
        Assert.Equal(twin, Symbols.FromRows(Samples.FromRows<double>(Array.ConvertAll(values, value => (double)value), dimension)).Codes.ToArray());
    }

    [Theory, InlineData(1), InlineData(5), InlineData(16), InlineData(64)]
    public void FromBytes_AnyWidth_EqualsTheTwin(int width)
    {
        Random random = new(width);
        byte[] rows = [.. Enumerable.Range(0, 700 * width).Select(_ => (byte)(random.Next(4 * width) == 0 ? 200 : 7))];
        Symbols symbols = Symbols.FromBytes(rows, width);
        Assert.Equal(Counting.Codes(rows, width), symbols.Codes.ToArray());
        Assert.Equal(700, symbols.Count);
    }
}
