using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Ross's estimate of samples and labels, for several k and any labels.</summary>
internal sealed class RossMeasurement
{
    private readonly int[] _neighbours;
    private readonly int _dimension;
    private readonly ReadOnlyMemory<double> _points;

    public RossMeasurement(PointsRepresentation x, ReadOnlySpan<int> neighbours)
    {
        NeighbourGuard.RequireRoom(x.Name, x.Count, x.Dimension, neighbours);
        (_points, _dimension) = (x.In(PointsRepresentation.UnitOf(x)), x.Dimension);
        _neighbours = neighbours.ToArray();
    }

    public int Count => _points.Length / _dimension;

    /// <summary>What the counts among all samples are made by, whatever their labels.</summary>
    public MarginIndex Index(EstimationOptions options) => new(_points, _dimension, options);

    /// <summary>All distances, for few samples.</summary>
    public PointDistances Distances(EstimationOptions options) => new(_points.Span, _dimension, _neighbours.Max(), options);

    /// <summary>Searches once within every label, counts among all samples, and sums.</summary>
    /// <param name="labels">n labels.</param>
    /// <param name="kept">As <see cref="Index"/> or <see cref="Distances"/> gives it; null where it is to be made on the way, and let go of again.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    public NeighbourEstimate[] Estimate(Symbols labels, IBallCounter? kept, EstimationOptions options)
    {
        using NeighbourShells shells = new(Count, _neighbours);
        SearchWithinLabels(labels, kept as PointDistances, shells, ProgressPart.Of(options, 0, 2));
        using BallCounts balls = new(Count, _neighbours.Length);
        for (int row = 0; row < Count; row++)
        {
            for (int i = 0; i < _neighbours.Length && !IsAlone(labels, row); i++)
                balls.Radii(row)[i] = shells[row][i].Radius;
        }

        EstimationOptions counting = ProgressPart.Of(options, 1, 2);
        using MarginIndex? own = kept is null ? Index(counting) : null;
        (kept ?? own!).Count(balls, counting);
        NeighbourEstimate[] estimates = new NeighbourEstimate[_neighbours.Length];
        for (int i = 0; i < estimates.Length; i++)
            estimates[i] = Sum(shells, i, labels, balls);
        for (int i = 0; i < estimates.Length; i++)
        {
            int smaller = SmallerNeighbours.IndexOf(_neighbours, _neighbours[i]);
            if (smaller < 0)
                continue;
            double change = estimates[smaller].UnboundedNats - estimates[i].UnboundedNats;
            estimates[i] = estimates[i] with { Bias = Compare(shells, i, smaller, labels, balls, change) };
        }

        return estimates;
    }

    private static bool IsAlone(Symbols labels, int row) => labels.Histogram[labels.Codes[row]] == 1;

    private void SearchWithinLabels(Symbols labels, PointDistances? distances, NeighbourShells shells, EstimationOptions options)
    {
        int d = _dimension;
        ReadOnlySpan<double> points = _points.Span;
        using Rented<int> rows = new(Count);
        using Rented<int> ends = new(labels.AlphabetSize);
        SortByLabel(labels, rows.Span, ends.Span);
        using Rented<double> own = new(distances is null ? Largest(labels) * d : 0);
        int first = 0;
        for (int label = 0; label < labels.AlphabetSize; label++)
        {
            Span<int> members = rows.Span[first..ends.Span[label]];
            first = ends.Span[label];
            if (members.Length < 2)
                continue;
            options.CancellationToken.ThrowIfCancellationRequested();
            if (distances is not null)
            {
                shells.Find(new LabelledDistances(distances, labels, members.ToArray()), options);
                continue;
            }

            for (int i = 0; i < members.Length; i++)
            {
                NeighbourGuard.LookAt(i, options.CancellationToken);
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
            sum.Minus(Among(shells, row, at, balls));
        }

        return NeighbourEstimate.Of(sum.Mean(), n) with { TiedShare = (double)tied / n, IsolatedShare = (double)alone / n };
    }

    private static NeighbourhoodBias Compare(
        NeighbourShells shells, int at, int smaller, Symbols labels, BallCounts balls, double change)
    {
        using NeighbourhoodTrend trend = new(labels.Count);
        for (int row = 0; row < labels.Count; row++)
        {
            if (IsAlone(labels, row))
                continue;
            double among = trend.Digamma(Among(shells, row, at, balls)) - trend.Digamma(Among(shells, row, smaller, balls));
            trend.Add(shells[row][at], shells[row][smaller], among);
        }

        return trend.Bias(change);
    }

    private static int Among(NeighbourShells shells, int row, int at, BallCounts balls) =>
        shells[row][at].MarginCount(balls.Open(row)[at], balls.Closed(row)[at]);
}
