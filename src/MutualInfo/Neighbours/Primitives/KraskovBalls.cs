using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>The balls around every sample in x and in y, at several k, and the sums over what lies in them.</summary>
/// <remarks>
/// The balls around a point of y, and what is counted in them, stand where the point does in y, whatever it is paired with.
/// </remarks>
internal readonly ref struct KraskovBalls : IDisposable
{
    private readonly NeighbourShells _shells;
    private readonly ReadOnlySpan<int> _order;
    private readonly Rented<bool> _rectangles;

    /// <summary>Gives every ball the radius of the k-th neighbour.</summary>
    /// <param name="shells">The neighbours of n pairs.</param>
    /// <param name="order">Which row of y stands beside each of x; empty where they stand side by side.</param>
    /// <param name="count">n.</param>
    /// <param name="balls">How many k there are.</param>
    public KraskovBalls(NeighbourShells shells, ReadOnlySpan<int> order, int count, int balls)
    {
        _shells = shells;
        _order = order;
        AroundX = new BallCounts(count, balls);
        AroundY = new BallCounts(count, balls);
        _rectangles = new Rented<bool>(checked(count * balls));
        _rectangles.Span.Clear();
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < balls; i++)
                AroundX.Radii(row)[i] = AroundY.Radii(RowOfY(order, row))[i] = shells[row][i].Radius;
        }
    }

    public BallCounts AroundX { get; }

    public BallCounts AroundY { get; }

    public static int RowOfY(ReadOnlySpan<int> order, int row) => order.IsEmpty ? row : order[row];

    /// <summary>
    /// Gives the balls of the second variant the sides of the smallest rectangle around the k neighbours, where there is one.
    /// </summary>
    /// <remarks>
    /// There is none where ties leave open which samples span it, nor where a side has no length, as beside a constant: the
    /// sample is then treated as in the first variant.
    /// </remarks>
    public void SetSides(Samples<double> x, Samples<double> y)
    {
        Span<bool> rectangles = _rectangles.Span;
        for (int at = 0; at < rectangles.Length; at++)
        {
            (int row, int i) = Math.DivRem(at, AroundX.Balls);
            NeighbourShell shell = _shells[row][i];
            if (!shell.HasCertainNeighbours)
                continue;
            ReadOnlySpan<int> near = _shells.RowsNear(row)[..shell.Neighbours];
            (double sideX, double sideY) = (Extent(x, [], row, near), Extent(y, _order, row, near));
            rectangles[at] = sideX > 0 && sideY > 0;
            if (rectangles[at])
                (AroundX.Radii(row)[i], AroundY.Radii(RowOfY(_order, row))[i]) = (sideX, sideY);
        }
    }

    /// <summary>Sums at one k.</summary>
    public NeighbourEstimate Sum(int at)
    {
        int n = AroundX.Count;
        int tied = 0;
        double withRectangle = 0;
        using DigammaBalance sum = new(n);
        for (int row = 0; row < n; row++)
        {
            NeighbourShell shell = _shells[row][at];
            tied += shell.IsTied ? 1 : 0;
            withRectangle += _rectangles.Span[row * AroundX.Balls + at] ? 1 : 0;
            (int inX, int inY) = Counts(row, at);
            sum.Plus(n);
            sum.Plus(shell.JointCount);
            sum.Minus(inX);
            sum.Minus(inY);
        }

        double nats = sum.Mean() - withRectangle / n / _shells[0][at].Neighbours;
        return NeighbourEstimate.Of(nats, n) with { TiedShare = (double)tied / n };
    }

    /// <summary>How an estimate changed from a smaller k, and what bias that implies.</summary>
    public NeighbourhoodBias Compare(int at, int smaller, double change)
    {
        using NeighbourhoodTrend trend = new(AroundX.Count);
        for (int row = 0; row < AroundX.Count; row++)
        {
            (int inX, int inY) = Counts(row, at);
            (int nearerInX, int nearerInY) = Counts(row, smaller);
            trend.Add(
                _shells[row][at],
                _shells[row][smaller],
                trend.Digamma(inX) - trend.Digamma(nearerInX) + (trend.Digamma(inY) - trend.Digamma(nearerInY)));
        }

        return trend.Bias(change);
    }

    public void Dispose()
    {
        AroundX.Dispose();
        AroundY.Dispose();
        _rectangles.Dispose();
    }

    private (int InX, int InY) Counts(int row, int at)
    {
        int rowOfY = RowOfY(_order, row);
        if (_rectangles.Span[row * AroundX.Balls + at])
            return (AroundX.Closed(row)[at] - 1, AroundY.Closed(rowOfY)[at] - 1);
        NeighbourShell shell = _shells[row][at];
        return (
            shell.MarginCount(AroundX.Open(row)[at], AroundX.Closed(row)[at]),
            shell.MarginCount(AroundY.Open(rowOfY)[at], AroundY.Closed(rowOfY)[at]));
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
}
