using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Kraskov, Stögbauer and Grassberger's estimate of two variables, for several k: in the order in which they stand, or with y in
/// another.
/// </summary>
internal sealed class KraskovMeasurement
{
    private readonly int[] _neighbours;
    private readonly KraskovVariant _variant;
    private readonly int _dimensionX;
    private readonly int _dimensionY;
    private readonly ReadOnlyMemory<double> _x;
    private readonly ReadOnlyMemory<double> _y;

    public KraskovMeasurement(PointsRepresentation x, PointsRepresentation y, ReadOnlySpan<int> neighbours, KraskovVariant variant)
    {
        NeighbourGuard.RequireRoom(y.Name, x.Count, x.Dimension + y.Dimension, neighbours);
        double unit = PointsRepresentation.UnitOf(x, y);
        (_x, _dimensionX) = (x.In(unit), x.Dimension);
        (_y, _dimensionY) = (y.In(unit), y.Dimension);
        (_neighbours, _variant) = (neighbours.ToArray(), variant);
    }

    public int Count => _x.Length / _dimensionX;

    /// <summary>Gets how the neighbours of the pair are looked for where nothing is kept.</summary>
    public NeighbourSearch Search => TreePays.ForNearest(Count, _dimensionX + _dimensionY);

    /// <summary>What the counts in x are made by, which no order of y changes.</summary>
    public MarginIndex IndexX(EstimationOptions options) => new(_x, _dimensionX, options);

    /// <summary>What the counts in y are made by, which no order of y changes: its points keep their numbers.</summary>
    public MarginIndex IndexY(EstimationOptions options) => new(_y, _dimensionY, options);

    /// <summary>All distances in x, for few samples.</summary>
    public PointDistances DistancesX(EstimationOptions options) => new(_x.Span, _dimensionX, _neighbours.Max(), options);

    /// <summary>All distances in y, for few samples.</summary>
    public PointDistances DistancesY(EstimationOptions options) => new(_y.Span, _dimensionY, _neighbours.Max(), options);

    /// <summary>Searches once in the joint space, counts in the margins, and sums.</summary>
    public NeighbourEstimate[] Estimate(EstimationOptions options)
    {
        using NeighbourShells shells = SearchPairs([], ProgressPart.Of(options, 0, 3));
        return Estimate(shells, [], null, null, options);
    }

    /// <summary>The same for row i of x beside row <paramref name="order"/>[i] of y, with what no order of y changes.</summary>
    /// <param name="order">A permutation of the numbers from 0 to n − 1.</param>
    /// <param name="x">As <see cref="IndexX"/> or <see cref="DistancesX"/> gives it.</param>
    /// <param name="y">As <see cref="IndexY"/> or <see cref="DistancesY"/> gives it.</param>
    /// <param name="options">Threads, cancellation.</param>
    public NeighbourEstimate[] Estimate(ReadOnlySpan<int> order, IBallCounter x, IBallCounter y, EstimationOptions options)
    {
        using NeighbourShells shells = x is PointDistances inX && y is PointDistances inY
            ? SearchPairs(inX, inY, order, options)
            : SearchPairs(order, options);
        return Estimate(shells, order, x, y, options);
    }

    private NeighbourEstimate[] Estimate(
        NeighbourShells shells, ReadOnlySpan<int> order, IBallCounter? x, IBallCounter? y, EstimationOptions options)
    {
        using KraskovBalls balls = new(shells, order, Count, _neighbours.Length);
        if (_variant == KraskovVariant.Second)
            balls.SetSides(Samples.FromRows(_x.Span, _dimensionX), Samples.FromRows(_y.Span, _dimensionY));
        CountAround(x, _x, _dimensionX, balls.AroundX, ProgressPart.Of(options, 1, 3));
        CountAround(y, _y, _dimensionY, balls.AroundY, ProgressPart.Of(options, 2, 3));

        NeighbourEstimate[] estimates = new NeighbourEstimate[_neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = balls.Sum(i);
        for (int i = 0; i < estimates.Length; i++)
        {
            int smaller = SmallerNeighbours.IndexOf(_neighbours, _neighbours[i]);
            if (smaller < 0)
                continue;
            double change = estimates[smaller].UnboundedNats - estimates[i].UnboundedNats;
            estimates[i] = estimates[i] with { Bias = balls.Compare(i, smaller, change) };
        }

        return estimates;
    }

    private NeighbourShells SearchPairs(ReadOnlySpan<int> order, EstimationOptions options)
    {
        int dimension = _dimensionX + _dimensionY;
        using Rented<double> joint = new(checked(Count * dimension));
        for (int row = 0; row < Count; row++)
        {
            NeighbourGuard.LookAt(row, options.CancellationToken);
            Span<double> point = joint.Span.Slice(row * dimension, dimension);
            _x.Span.Slice(row * _dimensionX, _dimensionX).CopyTo(point);
            _y.Span.Slice(KraskovBalls.RowOfY(order, row) * _dimensionY, _dimensionY).CopyTo(point[_dimensionX..]);
        }

        using NeighbourIndex index = NeighbourIndex.Build(joint.Span, dimension, [], Search, options);
        return Found(index, options);
    }

    private NeighbourShells SearchPairs(PointDistances x, PointDistances y, ReadOnlySpan<int> order, EstimationOptions options)
    {
        int[] inverse = new int[order.Length];
        for (int row = 0; row < inverse.Length; row++)
            inverse[order[row]] = row;
        return Found(new PairedDistances(x, y, order.ToArray(), inverse), options);
    }

    private NeighbourShells Found(IPointSearch search, EstimationOptions options)
    {
        NeighbourShells shells = new(Count, _neighbours);
        try
        {
            shells.Find(search, options);
            return shells;
        }
        catch
        {
            shells.Dispose();
            throw;
        }
    }

    // What is not kept is made on the way, and let go of again.
    private static void CountAround(
        IBallCounter? kept, ReadOnlyMemory<double> points, int dimension, BallCounts balls, EstimationOptions options)
    {
        using MarginIndex? own = kept is null ? new MarginIndex(points, dimension, options) : null;
        (kept ?? own!).Count(balls, options);
    }
}
