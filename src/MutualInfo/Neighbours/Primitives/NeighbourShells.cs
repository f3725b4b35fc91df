using MutualInfo.Hardware;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>The lists of all samples, read at several k: one search, as many shells.</summary>
internal sealed unsafe class NeighbourShells : IDisposable
{
    private readonly int[] _neighbours;
    private readonly NeighbourLists _lists;
    private readonly BallCounts _balls;
    private AlignedBuffer<NeighbourShell> _shells;

    /// <summary>Makes room for the shells of n samples at several k.</summary>
    public NeighbourShells(int count, ReadOnlySpan<int> neighbours)
    {
        _neighbours = neighbours.ToArray();
        // One more than the most neighbours asked for tells whether the last one is alone at its distance.
        _lists = new NeighbourLists(count, _neighbours.Max() + 1);
        _balls = new BallCounts(count, _neighbours.Length);
        _shells = AlignedBuffer<NeighbourShell>.Rent(checked(count * _neighbours.Length));
    }

    /// <summary>Gets the shells of one sample, one for each k.</summary>
    public ReadOnlySpan<NeighbourShell> this[int row] => Of(row);

    /// <summary>Gets the neighbours of one sample, nearest first.</summary>
    public ReadOnlySpan<int> RowsNear(int row) => _lists.Rows(row);

    /// <summary>
    /// Finds the shells of all points of an index, at least two; where they are too few for a k, all others are neighbours.
    /// </summary>
    public void Find(IPointSearch index, EstimationOptions options)
    {
        index.Nearest(_lists, options);
        bool isOpenEnded = false;
        ReadOnlySpan<int> rows = index.Rows;
        foreach (int row in rows)
        {
            for (int i = 0; i < _neighbours.Length; i++)
            {
                NeighbourShell shell = NeighbourShell.Of(_lists.Distances(row), Math.Min(_neighbours[i], rows.Length - 1));
                Of(row)[i] = shell;
                if (!shell.IsOpenEnded)
                    continue;
                isOpenEnded = true;
                _balls.Radii(row)[i] = shell.Radius;
            }
        }

        if (isOpenEnded)
            CountTheRest(index, options with { Progress = null });
    }

    public void Dispose()
    {
        _lists.Dispose();
        _balls.Dispose();
        _shells.Dispose();
    }

    private void CountTheRest(IPointSearch index, EstimationOptions options)
    {
        index.Count(_balls, options);
        foreach (int row in index.Rows)
        {
            for (int i = 0; i < _neighbours.Length; i++)
            {
                if (Of(row)[i].IsOpenEnded)
                    Of(row)[i] = Of(row)[i].Counted(_balls.Closed(row)[i]);
            }
        }
    }

    private Span<NeighbourShell> Of(int row) => new(_shells.Pointer + (nint)row * _neighbours.Length, _neighbours.Length);
}
