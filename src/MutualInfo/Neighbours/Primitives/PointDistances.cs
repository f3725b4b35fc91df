using System.Runtime.CompilerServices;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// All distances between the points of one variable, and for every point its nearest ones in order: 8·n² bytes, and what many pairings
/// of the variable with others are measured by, whatever its dimension.
/// </summary>
/// <remarks>
/// Of n samples of two independent variables, which a permutation makes of any, about k·n/m lie within the distance of the k-th
/// neighbour in the one variable where m do in the other. So a list of a few times √(k·n) nearly always holds all that a search has to
/// look at, and the rest is visited where it does not.
/// </remarks>
internal sealed class PointDistances : IBallCounter
{
    private const long MostBytes = 512L << 20;

    private readonly double[] _distances;
    private readonly double[] _near;
    private readonly int[] _nearRows;

    /// <summary>Computes the distances, and puts the nearest in order.</summary>
    /// <param name="values">The points, shape (n, d), row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="neighbours">How many neighbours will be looked for.</param>
    /// <param name="options">Threads and cancellation.</param>
    public PointDistances(ReadOnlySpan<double> values, int dimension, int neighbours, EstimationOptions options)
    {
        Count = values.Length / dimension;
        Listed = (int)Math.Min(Count, 4 * Math.Ceiling(Math.Sqrt((neighbours + 1.0) * Count)));
        _distances = GC.AllocateUninitializedArray<double>(Count * Count);
        _near = GC.AllocateUninitializedArray<double>(Count * Listed);
        _nearRows = GC.AllocateUninitializedArray<int>(Count * Listed);
        using NeighbourIndex index = NeighbourIndex.Build(values, dimension, [], NeighbourSearch.Panels, options);
        new DistanceWork(index.Points, this, options with { Progress = null }).Run();
    }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    /// <summary>Gets how many of the nearest points are in order.</summary>
    public int Listed { get; }

    /// <summary>Whether so many variables of n samples fit the memory that may be kept, 512 MB, with lists that hold all points.</summary>
    public static bool Fit(int count, int variables) => variables * (long)(2 * sizeof(double) + sizeof(int)) * count * count <= MostBytes;

    /// <summary>The distances of one point from all.</summary>
    public Span<double> From(int row) => _distances.AsSpan(row * Count, Count);

    /// <summary>The distances of the nearest points, ascending; the point itself is among them.</summary>
    public Span<double> Near(int row) => _near.AsSpan(row * Listed, Listed);

    /// <summary>Which points these are.</summary>
    public Span<int> NearRows(int row) => _nearRows.AsSpan(row * Listed, Listed);

    /// <summary>The distance of the last point that is in order; all are nearer than infinity.</summary>
    public double Reach(int row) => Listed == Count ? double.PositiveInfinity : _near[row * Listed + Listed - 1];

    void IBallCounter.Count(BallCounts balls, EstimationOptions options)
    {
        for (int row = 0; row < Count; row++)
        {
            NeighbourGuard.LookAt(row, options.CancellationToken);
            ReadOnlySpan<double> radii = balls.Radii(row);
            for (int ball = 0; ball < radii.Length; ball++)
            {
                if (radii[ball] >= 0)
                    (balls.Open(row)[ball], balls.Closed(row)[ball]) = Within(row, radii[ball]);
            }
        }
    }

    private (int Open, int Closed) Within(int row, double radius)
    {
        if (!(radius < Reach(row)))
            return CountAll(From(row), radius);
        ReadOnlySpan<double> near = Near(row);
        int open = FirstNotBelow(near, radius);
        int closed = open;
        while (closed < near.Length && near[closed] == radius)
            closed++;
        return (open, closed);
    }

    private static (int Open, int Closed) CountAll(ReadOnlySpan<double> distances, double radius)
    {
        (int open, int closed) = (0, 0);
        foreach (double distance in distances)
        {
            open += distance < radius ? 1 : 0;
            closed += distance <= radius ? 1 : 0;
        }

        return (open, closed);
    }

    // Without a branch on what is compared, which no processor could foresee.
    private static int FirstNotBelow(ReadOnlySpan<double> ascending, double bound)
    {
        int low = 0;
        for (int length = ascending.Length; length > 0;)
        {
            int half = (length + 1) / 2;
            low += half & -Unsafe.BitCast<bool, byte>(ascending[low + half - 1] < bound);
            length -= half;
        }

        return low;
    }
}
