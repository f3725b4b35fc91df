using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Kraskov, Stögbauer and Grassberger's estimate of one pair of variables, for several k.</summary>
internal static class KraskovMeasurement
{
    /// <summary>Searches once in the joint space, counts in the margins, and sums.</summary>
    public static NeighbourEstimate[] Estimate(
        PointsRepresentation x, PointsRepresentation y, ReadOnlySpan<int> neighbours, KraskovVariant variant, EstimationOptions options)
    {
        NeighbourGuard.RequireRoom(y.Name, x.Count, x.Dimension + y.Dimension, neighbours);
        double unit = PointsRepresentation.UnitOf(x, y);
        ReadOnlyMemory<double> pointsX = x.In(unit);
        ReadOnlyMemory<double> pointsY = y.In(unit);
        using NeighbourShells shells = Search(x, pointsX.Span, y, pointsY.Span, neighbours, ProgressPart.Of(options, 0, 3));
        using BallCounts aroundX = new(x.Count, neighbours.Length);
        using BallCounts aroundY = new(x.Count, neighbours.Length);
        using Rented<bool> rectangles = new(checked(x.Count * neighbours.Length));
        rectangles.Span.Clear();
        SetRadii(shells, aroundX, aroundY);
        if (variant == KraskovVariant.Second)
            SetSides(shells, Samples.FromRows(pointsX.Span, x.Dimension), aroundX, Samples.FromRows(pointsY.Span, y.Dimension), aroundY, rectangles.Span);
        MarginCounts.Count(pointsX, x.Dimension, aroundX, ProgressPart.Of(options, 1, 3));
        MarginCounts.Count(pointsY, y.Dimension, aroundY, ProgressPart.Of(options, 2, 3));

        NeighbourEstimate[] estimates = new NeighbourEstimate[neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = Sum(shells, i, rectangles.Span, aroundX, aroundY);
        return estimates;
    }

    private static NeighbourShells Search(
        PointsRepresentation x,
        ReadOnlySpan<double> pointsX,
        PointsRepresentation y,
        ReadOnlySpan<double> pointsY,
        ReadOnlySpan<int> neighbours,
        EstimationOptions options)
    {
        int dimension = x.Dimension + y.Dimension;
        using Rented<double> joint = new(checked(x.Count * dimension));
        for (int row = 0; row < x.Count; row++)
        {
            NeighbourGuard.LookAt(options.CancellationToken, row);
            Span<double> point = joint.Span.Slice(row * dimension, dimension);
            pointsX.Slice(row * x.Dimension, x.Dimension).CopyTo(point);
            pointsY.Slice(row * y.Dimension, y.Dimension).CopyTo(point[x.Dimension..]);
        }

        using NeighbourIndex index = NeighbourIndex.Build(joint.Span, dimension, [], TreePays.ForNearest(x.Count, dimension), options);
        NeighbourShells shells = new(x.Count, neighbours);
        try
        {
            shells.Find(index, options);
            return shells;
        }
        catch
        {
            shells.Dispose();
            throw;
        }
    }

    private static void SetRadii(NeighbourShells shells, BallCounts aroundX, BallCounts aroundY)
    {
        for (int row = 0; row < aroundX.Count; row++)
        {
            for (int i = 0; i < aroundX.Balls; i++)
                aroundX.Radii(row)[i] = aroundY.Radii(row)[i] = shells[row][i].Radius;
        }
    }

    /// <summary>
    /// Gives the balls of the second variant the sides of the smallest rectangle around the k neighbours, where there is one.
    /// </summary>
    /// <remarks>
    /// There is none where ties leave open which samples span it, nor where a side has no length, as beside a constant: the
    /// sample is then treated as in the first variant.
    /// </remarks>
    private static void SetSides(
        NeighbourShells shells, Samples<double> x, BallCounts aroundX, Samples<double> y, BallCounts aroundY, Span<bool> rectangles)
    {
        for (int at = 0; at < rectangles.Length; at++)
        {
            (int row, int i) = Math.DivRem(at, aroundX.Balls);
            NeighbourShell shell = shells[row][i];
            if (!shell.HasCertainNeighbours)
                continue;
            ReadOnlySpan<int> near = shells.RowsNear(row)[..shell.Neighbours];
            (double sideX, double sideY) = (Extent(x, row, near), Extent(y, row, near));
            rectangles[at] = sideX > 0 && sideY > 0;
            if (rectangles[at])
                (aroundX.Radii(row)[i], aroundY.Radii(row)[i]) = (sideX, sideY);
        }
    }

    private static double Extent(Samples<double> points, int row, ReadOnlySpan<int> near)
    {
        double extent = 0;
        ReadOnlySpan<double> own = points[row];
        foreach (int neighbour in near)
        {
            ReadOnlySpan<double> other = points[neighbour];
            for (int k = 0; k < own.Length; k++)
                extent = Math.Max(extent, Math.Abs(other[k] - own[k]));
        }

        return extent;
    }

    private static NeighbourEstimate Sum(
        NeighbourShells shells, int at, ReadOnlySpan<bool> rectangles, BallCounts aroundX, BallCounts aroundY)
    {
        int n = aroundX.Count;
        int tied = 0;
        double withRectangle = 0;
        using DigammaBalance sum = new(n);
        for (int row = 0; row < n; row++)
        {
            NeighbourShell shell = shells[row][at];
            tied += shell.IsTied ? 1 : 0;
            sum.Plus(n);
            sum.Plus(shell.JointCount);
            if (rectangles[row * aroundX.Balls + at])
            {
                withRectangle++;
                sum.Minus(aroundX.Closed(row)[at] - 1);
                sum.Minus(aroundY.Closed(row)[at] - 1);
            }
            else
            {
                sum.Minus(shell.MarginCount(aroundX.Open(row)[at], aroundX.Closed(row)[at]));
                sum.Minus(shell.MarginCount(aroundY.Open(row)[at], aroundY.Closed(row)[at]));
            }
        }

        return new NeighbourEstimate(sum.Mean() - withRectangle / n / shells[0][at].Neighbours, (double)tied / n, 0);
    }
}
