using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Ross's estimate of one pair of samples and labels, for several k.</summary>
internal static class RossMeasurement
{
    /// <summary>Searches once within every label, counts among all samples, and sums.</summary>
    public static NeighbourEstimate[] Estimate(PointsRepresentation x, Symbols labels, ReadOnlySpan<int> neighbours, EstimationOptions options)
    {
        NeighbourGuard.RequireRoom(x.Name, x.Count, x.Dimension, neighbours);
        ReadOnlyMemory<double> points = x.In(PointsRepresentation.UnitOf(x));
        using NeighbourShells shells = new(x.Count, neighbours);
        SearchWithinLabels(x, points.Span, labels, shells, ProgressPart.Of(options, 0, 2));
        using BallCounts balls = new(x.Count, neighbours.Length);
        for (int row = 0; row < x.Count; row++)
        {
            for (int i = 0; i < neighbours.Length && !IsAlone(labels, row); i++)
                balls.Radii(row)[i] = shells[row][i].Radius;
        }

        MarginCounts.Count(points, x.Dimension, balls, ProgressPart.Of(options, 1, 2));
        NeighbourEstimate[] estimates = new NeighbourEstimate[neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = Sum(shells, i, labels, balls);
        return estimates;
    }

    private static bool IsAlone(Symbols labels, int row) => labels.Histogram[labels.Codes[row]] == 1;

    private static void SearchWithinLabels(
        PointsRepresentation x, ReadOnlySpan<double> points, Symbols labels, NeighbourShells shells, EstimationOptions options)
    {
        int d = x.Dimension;
        using Rented<int> rows = new(x.Count);
        using Rented<int> ends = new(labels.AlphabetSize);
        SortByLabel(labels, rows.Span, ends.Span);
        using Rented<double> own = new(Largest(labels) * d);
        int first = 0;
        for (int label = 0; label < labels.AlphabetSize; label++)
        {
            Span<int> members = rows.Span[first..ends.Span[label]];
            first = ends.Span[label];
            if (members.Length < 2)
                continue;
            options.CancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < members.Length; i++)
            {
                NeighbourGuard.LookAt(options.CancellationToken, i);
                points.Slice(members[i] * d, d).CopyTo(own.Span[(i * d)..]);
            }

            using NeighbourIndex index = NeighbourIndex.Build(
                own.Span[..(members.Length * d)], d, members, TreePays.ForNearest(members.Length, d), options);
            shells.Find(index, ProgressPart.Of(options, label, labels.AlphabetSize));
        }
    }

    private static int Largest(Symbols labels)
    {
        int largest = 0;
        foreach (int count in labels.Histogram)
            largest = Math.Max(largest, count);
        return largest;
    }

    /// <summary>Puts the rows of each label together, and says where each label's rows end.</summary>
    private static void SortByLabel(Symbols labels, Span<int> rows, Span<int> ends)
    {
        int start = 0;
        for (int label = 0; label < ends.Length; label++)
            (ends[label], start) = (start, start + labels.Histogram[label]);
        for (int row = 0; row < rows.Length; row++)
            rows[ends[labels.Codes[row]]++] = row;
    }

    private static NeighbourEstimate Sum(NeighbourShells shells, int at, Symbols labels, BallCounts balls)
    {
        int n = labels.Count;
        int tied = 0;
        int alone = 0;
        using DigammaBalance sum = new(n);
        for (int row = 0; row < n; row++)
        {
            // It has no neighbour of its own label: a ball around all samples, in which nothing can be told apart, adds 0.
            if (IsAlone(labels, row))
            {
                alone++;
                continue;
            }

            NeighbourShell shell = shells[row][at];
            tied += shell.IsTied ? 1 : 0;
            sum.Plus(n);
            sum.Plus(shell.JointCount);
            sum.Minus(labels.Histogram[labels.Codes[row]]);
            sum.Minus(shell.MarginCount(balls.Open(row)[at], balls.Closed(row)[at]));
        }

        return new NeighbourEstimate(sum.Mean(), (double)tied / n, (double)alone / n);
    }
}
