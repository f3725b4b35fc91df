using MutualInfo.Neighbours.Primitives;

namespace MutualInfo.Tests.Neighbours;

/// <summary>Neighbours of pairs, from the distances in each variable, are those that brute force finds, to the last bit.</summary>
public class PairedDistanceTests
{
    private const int Neighbours = 3;

    public static TheoryData<int> Seeds => NeighbourData.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void Nearest_SetsInARandomOrder_EqualsBruteForce(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        int[] order = [.. Enumerable.Range(0, data.Count)];
        new Random(seed).Shuffle(order);
        EqualsBruteForce($"{data}", Halved(data.X), data.DimensionX, Halved(data.Y), data.DimensionY, order);
    }

    // The last sample is one of half of all in x and one of half of all in y, and far from every pair: no list reaches its neighbours.
    [Fact]
    public void Nearest_SampleThatIsNearOthersInEachVariableAlone_EqualsBruteForce()
    {
        const int N = 801;
        Random random = new(3);
        double[] x = [.. Enumerable.Range(0, N).Select(i => i % 2 + 0.01 * random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, N).Select(i => 1 - i % 2 + 0.01 * random.NextDouble())];
        y[^1] = 0.005;
        PointDistances distances = new(x, 1, Neighbours, EstimationOptions.Default);
        Assert.True(distances.Listed < N / 2, $"Lists of {distances.Listed} of {N} samples do not end where they should.");
        EqualsBruteForce("corners", x, 1, y, 1, [.. Enumerable.Range(0, N)]);
    }

    [Theory, InlineData(30, true), InlineData(3600, true), InlineData(3700, false)]
    public void Fit_TwoVariables_UpToHalfAGigabyte(int count, bool expected) => Assert.Equal(expected, PointDistances.Fit(count, 2));

    private static void EqualsBruteForce(string name, double[] x, int dimensionX, double[] y, int dimensionY, int[] order)
    {
        int n = order.Length;
        int[] inverse = new int[n];
        for (int row = 0; row < n; row++)
            inverse[order[row]] = row;
        PairedDistances paired = new(
            new PointDistances(x, dimensionX, Neighbours, EstimationOptions.Default),
            new PointDistances(y, dimensionY, Neighbours, EstimationOptions.Default),
            order,
            inverse);
        using NeighbourLists lists = new(n, Neighbours + 1);
        using BallCounts balls = new(n, 1);
        paired.Nearest(lists, EstimationOptions.Default);
        for (int row = 0; row < n; row++)
            balls.Radii(row)[0] = lists.Distances(row)[Neighbours - 1];
        paired.Count(balls, EstimationOptions.Default);

        for (int row = 0; row < n; row++)
        {
            double[] all = [.. Enumerable.Range(0, n).Select(other => Math.Max(
                Distance(x, dimensionX, row, other), Distance(y, dimensionY, order[row], order[other])))];
            double[] others = [.. all.Where((_, other) => other != row).Order().Take(Neighbours + 1)];
            Assert.True(lists.Distances(row).SequenceEqual(others), $"{name}: the list of sample {row} differs.");
            Assert.Equal(all.Count(distance => distance < others[Neighbours - 1]), balls.Open(row)[0]);
            Assert.Equal(all.Count(distance => distance <= others[Neighbours - 1]), balls.Closed(row)[0]);
        }
    }

    private static double Distance(double[] points, int d, int one, int other)
    {
        double largest = 0;
        for (int k = 0; k < d; k++)
            largest = Math.Max(largest, Math.Abs(points[one * d + k] - points[other * d + k]));
        return largest;
    }

    // Differences of the largest numbers would overflow; estimators halve them too.
    private static double[] Halved(double[] values) => [.. values.Select(value => value / 2)];
}
