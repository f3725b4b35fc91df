namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Cells to count in that are all 0 at the beginning, and are left so by whoever takes them: a few are cheaper to clear than all.
/// </summary>
internal sealed class ZeroedCells : IDisposable
{
    private Rented<int>? _cells;
    private int _zeros;

    /// <summary>As many zeros as asked for. They must be zeros again before the next call.</summary>
    public Span<int> Take(int length)
    {
        if (_cells is not { } enough || enough.Array.Length < length)
        {
            Dispose();
            _cells = new Rented<int>(length);
        }

        // Invariant: the first _zeros cells are 0 whenever nobody counts in them.
        Span<int> cells = _cells.Value.Array.AsSpan(0, length);
        if (_zeros < length)
        {
            cells[_zeros..].Clear();
            _zeros = length;
        }

        return cells;
    }

    public void Dispose()
    {
        _cells?.Dispose();
        _cells = null;
        _zeros = 0;
    }
}
