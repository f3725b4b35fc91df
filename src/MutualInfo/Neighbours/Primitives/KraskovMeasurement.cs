using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Kraskov, Stögbauer and Grassberger's estimate of two variables, for several k: in the order in which they stand, or with y in another.</summary>
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

    private NeighbourEstimate[] Estimate(NeighbourShells shells, ReadOnlySpan<int> order, IBallCounter? x, IBallCounter? y, EstimationOptions options)
    {
        using BallCounts aroundX = new(Count, _neighbours.Length);
        using BallCounts aroundY = new(Count, _neighbours.Length);
        using Rented<bool> rectangles = new(checked(Count * _neighbours.Length));
        rectangles.Span.Clear();
        SetRadii(shells, order, aroundX, aroundY);
        if (_variant == KraskovVariant.Second)
            SetSides(shells, order, aroundX, aroundY, rectangles.Span);
        CountAround(x, _x, _dimensionX, aroundX, ProgressPart.Of(options, 1, 3));
        CountAround(y, _y, _dimensionY, aroundY, ProgressPart.Of(options, 2, 3));

        NeighbourEstimate[] estimates = new NeighbourEstimate[_neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = Sum(shells, i, rectangles.Span, order, aroundX, aroundY);
        return estimates;
    }

    // The balls around a point of y, and what is counted in them, stand where the point does in y, whatever it is paired with.
    private static int RowOfY(ReadOnlySpan<int> order, int row) => order.IsEmpty ? row : order[row];

    private NeighbourShells SearchPairs(ReadOnlySpan<int> order, EstimationOptions options)
    {
        int dimension = _dimensionX + _dimensionY;
        using Rented<double> joint = new(checked(Count * dimension));
        for (int row = 0; row < Count; row++)
        {
            NeighbourGuard.LookAt(row, options.CancellationToken);
            Span<double> point = joint.Span.Slice(row * dimension, dimension);
            _x.Span.Slice(row * _dimensionX, _dimensionX).CopyTo(point);
            _y.Span.Slice(RowOfY(order, row) * _dimensionY, _dimensionY).CopyTo(point[_dimensionX..]);
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
    private static void CountAround(IBallCounter? kept, ReadOnlyMemory<double> points, int dimension, BallCounts balls, EstimationOptions options)
    {
        using MarginIndex? own = kept is null ? new MarginIndex(points, dimension, options) : null;
        (kept ?? own!).Count(balls, options);
    }

    private static void SetRadii(NeighbourShells shells, ReadOnlySpan<int> order, BallCounts aroundX, BallCounts aroundY)
    {
        for (int row = 0; row < aroundX.Count; row++)
        {
            for (int i = 0; i < aroundX.Balls; i++)
                aroundX.Radii(row)[i] = aroundY.Radii(RowOfY(order, row))[i] = shells[row][i].Radius;
        }
    }

    /// <summary>
    /// Gives the balls of the second variant the sides of the smallest rectangle around the k neighbours, where there is one.
    /// </summary>
    /// <remarks>
    /// There is none where ties leave open which samples span it, nor where a side has no length, as beside a constant: the
    /// sample is then treated as in the first variant.
    /// </remarks>
    private void SetSides(NeighbourShells shells, ReadOnlySpan<int> order, BallCounts aroundX, BallCounts aroundY, Span<bool> rectangles)
    {
        Samples<double> x = Samples.FromRows(_x.Span, _dimensionX);
        Samples<double> y = Samples.FromRows(_y.Span, _dimensionY);
        for (int at = 0; at < rectangles.Length; at++)
        {
            (int row, int i) = Math.DivRem(at, aroundX.Balls);
            NeighbourShell shell = shells[row][i];
            if (!shell.HasCertainNeighbours)
                continue;
            ReadOnlySpan<int> near = shells.RowsNear(row)[..shell.Neighbours];
            (double sideX, double sideY) = (Extent(x, [], row, near), Extent(y, order, row, near));
            rectangles[at] = sideX > 0 && sideY > 0;
            if (rectangles[at])
                (aroundX.Radii(row)[i], aroundY.Radii(RowOfY(order, row))[i]) = (sideX, sideY);
        }
    }

    private static double Extent(Samples<double> points, ReadOnlySpan<int> order, int row, ReadOnlySpan<int> near)
    {
        double extent = 0;
        ReadOnlySpan<double> own = points[RowOfY(order, row)];
        foreach (int neighbour in near)
        {
            ReadOnlySpan<double> other = points[RowOfY(order, neighbour)];
            for (int k = 0; k < own.Length; k++)
                extent = Math.Max(extent, Math.Abs(other[k] - own[k]));
        }

        return extent;
    }

    private static NeighbourEstimate Sum(
        NeighbourShells shells, int at, ReadOnlySpan<bool> rectangles, ReadOnlySpan<int> order, BallCounts aroundX, BallCounts aroundY)
    {
        int n = aroundX.Count;
        int tied = 0;
        double withRectangle = 0;
        using DigammaBalance sum = new(n);
        for (int row = 0; row < n; row++)
        {
            NeighbourShell shell = shells[row][at];
            int rowOfY = RowOfY(order, row);
            tied += shell.IsTied ? 1 : 0;
            sum.Plus(n);
            sum.Plus(shell.JointCount);
            if (rectangles[row * aroundX.Balls + at])
            {
                withRectangle++;
                sum.Minus(aroundX.Closed(row)[at] - 1);
                sum.Minus(aroundY.Closed(rowOfY)[at] - 1);
            }
            else
            {
                sum.Minus(shell.MarginCount(aroundX.Open(row)[at], aroundX.Closed(row)[at]));
                sum.Minus(shell.MarginCount(aroundY.Open(rowOfY)[at], aroundY.Closed(rowOfY)[at]));
            }
        }

        return new NeighbourEstimate(sum.Mean() - withRectangle / n / shells[0][at].Neighbours, (double)tied / n, 0);
    }
}
