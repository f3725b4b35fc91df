using MutualInfo.Hardware;
using MutualInfo.Kernels;
using MutualInfo.Neighbours.Primitives;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Neighbours;

/// <summary>Distances and counts equal those of brute force for every sample: C11. Whole numbers and bits, no tolerance.</summary>
public class NeighbourCountTests
{
    private const int ListLength = 6;

    public static TheoryData<int> Seeds => NeighbourData.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void Nearest_EverySampleEverySearchEveryPath_HasTheDistancesOfBruteForce(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        foreach ((double[] values, int d) in new[] { (Halved(data.Joint), data.DimensionX + data.DimensionY), (Halved(data.X), data.DimensionX) })
        {
            double[][] distances = BruteForce(values, d);
            double[][] expected = [.. distances.Select(own => own.Order().Take(ListLength + 1).ToArray())];
            foreach (NeighbourSearch search in Enum.GetValues<NeighbourSearch>())
            {
                foreach (EstimationOptions options in Paths())
                {
                    using NeighbourIndex index = NeighbourIndex.Build(values, d, [], search, options);
                    using NeighbourLists lists = new(data.Count, ListLength);
                    index.Nearest(lists, options);
                    for (int row = 0; row < data.Count; row++)
                    {
                        Assert.True(expected[row].AsSpan(1).SequenceEqual(lists.Distances(row)), $"Sample {row} in {data}, {search}, {options.Backend.Name}.");
                        // Whoever is named lies where the list says, and is named once.
                        int[] rows = lists.Rows(row).ToArray();
                        Assert.Equal(lists.Distances(row).ToArray(), rows.Select(other => distances[row][other]));
                        Assert.Equal(rows.Length, rows.Append(row).Distinct().Count() - 1);
                    }
                }
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Count_EverySampleEverySearchEveryPath_IsThatOfBruteForce(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        foreach ((double[] values, int d) in new[] { (Halved(data.Joint), data.DimensionX + data.DimensionY), (Halved(data.Y), data.DimensionY) })
        {
            double[][] distances = BruteForce(values, d);
            double[][] radii = [.. distances.Select(Radii)];
            int[][] open = [.. radii.Select((own, row) => own.Select(radius => distances[row].Count(distance => distance < radius)).ToArray())];
            int[][] closed = [.. radii.Select((own, row) => own.Select(radius => distances[row].Count(distance => distance <= radius)).ToArray())];
            foreach (NeighbourSearch search in Enum.GetValues<NeighbourSearch>())
            {
                foreach (EstimationOptions options in Paths())
                {
                    using BallCounts balls = Balls(radii);
                    using NeighbourIndex index = NeighbourIndex.Build(values, d, [], search, options);
                    index.Count(balls, options);
                    AssertCounts(open, closed, balls, $"{data}, {search}, {options.Backend.Name}");
                }
            }

            if (d == 1)
            {
                using BallCounts balls = Balls(radii);
                new MarginIndex(values, 1, EstimationOptions.Default).Count(balls, EstimationOptions.Default);
                AssertCounts(open, closed, balls, $"{data}, by bisection");
            }
        }
    }

    // n of 2, of just below and above whole panels, and of one panel; k of n − 1 leaves the end of each list empty.
    [Theory]
    [InlineData(2), InlineData(3), InlineData(31), InlineData(32), InlineData(33), InlineData(64), InlineData(65)]
    public void Nearest_FewSamples_ListsAllOthers(int n)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => (double)(i * i % 37))];
        double[][] expected = [.. BruteForce(values, 1).Select(own => own.Order().ToArray())];
        foreach (NeighbourSearch search in Enum.GetValues<NeighbourSearch>())
        {
            using NeighbourIndex index = NeighbourIndex.Build(values, 1, [], search, EstimationOptions.Default);
            using NeighbourLists lists = new(n, n);
            index.Nearest(lists, EstimationOptions.Default);
            for (int row = 0; row < n; row++)
                Assert.Equal([.. expected[row][1..], double.PositiveInfinity], lists.Distances(row).ToArray());
        }
    }

    [Fact]
    public void Nearest_ManySamplesInOneDimension_HasTheDistancesOfSortedNumbers()
    {
        const int Count = 20_000;
        double[] values = Seeded.Normal(new Random(11), Count);
        using NeighbourIndex index = NeighbourIndex.Build(values, 1, [], NeighbourSearch.Tree, EstimationOptions.Default);
        using NeighbourLists lists = new(Count, 1);
        index.Nearest(lists, EstimationOptions.Default);
        int[] order = [.. Enumerable.Range(0, Count).OrderBy(row => values[row])];
        for (int i = 1; i + 1 < Count; i++)
        {
            double nearest = Math.Min(values[order[i]] - values[order[i - 1]], values[order[i + 1]] - values[order[i]]);
            Assert.Equal(nearest, lists.Distances(order[i])[0]);
        }
    }

    // The estimators halve numbers whose differences would overflow; here all are, so that brute force need not care.
    private static double[] Halved(double[] values) => [.. values.Select(value => value / 2)];

    private static IEnumerable<EstimationOptions> Paths() =>
        ((VectorPath[])[VectorPath.Scalar, VectorPath.Vector128, VectorPath.Vector256, VectorPath.Vector512])
            .Where(path => path == VectorPath.Scalar || VectorPaths.IsSupported(path))
            .Select(path => new EstimationOptions { Backend = CpuBackend.For(path) });

    private static double[][] BruteForce(double[] values, int d) =>
        [.. Enumerable.Range(0, values.Length / d).Select(row => NearestNeighbours.Distances(values, d, row))];

    // Radii that are distances, so that points lie exactly on the ball, one halfway between, none, and one not asked for.
    private static double[] Radii(double[] distances)
    {
        double[] sorted = [.. distances.Order()];
        return [sorted[3], sorted[sorted.Length / 3], sorted[sorted.Length / 2] / 2, 0, -1];
    }

    private static BallCounts Balls(double[][] radii)
    {
        BallCounts balls = new(radii.Length, radii[0].Length);
        for (int row = 0; row < radii.Length; row++)
            radii[row].CopyTo(balls.Radii(row));
        return balls;
    }

    private static void AssertCounts(int[][] open, int[][] closed, BallCounts balls, string where)
    {
        for (int row = 0; row < open.Length; row++)
        {
            Assert.True(balls.Open(row).SequenceEqual(open[row]), $"Open balls of sample {row} in {where}.");
            Assert.True(balls.Closed(row).SequenceEqual(closed[row]), $"Closed balls of sample {row} in {where}.");
        }
    }
}
