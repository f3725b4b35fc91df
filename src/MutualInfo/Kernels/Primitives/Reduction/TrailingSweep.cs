using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>The pass over the trailing matrix that a panel costs: each tile gets its pending update and at once, still in the cache, adds to W = A·V.</summary>
/// <remarks>
/// <para>
/// A tile (I, J) left of the diagonal stands for two: A(I, J)·V(J) belongs to W(I), and A(I, J)ᵀ·V(I) to W(J). Rows of tiles are dealt to a
/// number of slots that depends on the order alone, each slot sums a W of its own in one order, and the slots are added in order: the bits
/// are the same for any number of threads. Source: Bischof, Lang and Sun, A framework for symmetric band reduction, 2000.
/// </para>
/// </remarks>
internal sealed unsafe class TrailingSweep<TLanes, TVector>(BandWorkspace workspace) : IPartitionedWork
    where TLanes : ILanes<TVector, double>
    where TVector : unmanaged
{
    private const int Band = BandWorkspace.Band;
    private const int Tile = TrailingPartition.Tile;

    // Rows of tiles that a slot takes together: what belongs to a column of tiles is then read from far only once for all of them.
    private const int RowsTogether = 4;

    private int[] _updatedAhead = [];
    private int _origin;
    private int _m;
    private bool _isPending;
    private CancellationToken _cancellation;

    /// <summary>Prepares the trailing matrix that begins at a row; returns the number of slots.</summary>
    public int Prepare(int origin, bool isPending, CancellationToken cancellation)
    {
        _origin = origin;
        _m = workspace.Order - origin;
        _isPending = isPending;
        _cancellation = cancellation;
        int tileRows = TrailingPartition.TileRows(_m);
        if (_updatedAhead.Length < tileRows)
            _updatedAhead = new int[tileRows];
        _updatedAhead.AsSpan(0, tileRows).Clear();
        return TrailingPartition.SlotCount(_m);
    }

    /// <summary>Updates a tile before the sweep. One thread does a row of tiles, from the left.</summary>
    public void UpdateAhead(int tileRow, int tileColumn)
    {
        UpdateTile(tileRow, tileColumn);
        _updatedAhead[tileRow] = tileColumn + 1;
    }

    public void Execute(int part)
    {
        double* sum = workspace.Sum(part);
        new Span<double>(sum + (nint)_origin * Band, _m * Band).Clear();
        for (int turn = 0; TrailingPartition.TileRow(_m, part, turn) >= 0; turn += RowsTogether)
        {
            int widest = TrailingPartition.TileRow(_m, part, turn);
            for (int tileColumn = 0; tileColumn <= widest; tileColumn++)
            {
                _cancellation.ThrowIfCancellationRequested();
                for (int row = 0; row < RowsTogether; row++)
                {
                    int tileRow = TrailingPartition.TileRow(_m, part, turn + row);
                    if (tileRow >= tileColumn)
                        DoTile(tileRow, tileColumn, sum);
                }
            }
        }
    }

    private void DoTile(int tileRow, int tileColumn, double* sum)
    {
        if (_isPending && tileColumn >= _updatedAhead[tileRow])
            UpdateTile(tileRow, tileColumn);
        int row = _origin + tileRow * Tile, rows = Math.Min(Tile, workspace.Order - row);
        int column = _origin + tileColumn * Tile, columns = Math.Min(Tile, workspace.Order - column);
        double* tile = workspace.At(row, column);
        double* v = workspace.Reflectors;
        if (tileRow == tileColumn)
            Mirror(tile, rows);
        else
            TileKernels<TLanes, TVector>.MultiplyAdd(columns, rows, tile, 1, workspace.Stride, v + (nint)row * Band, sum + (nint)column * Band, Band);
        TileKernels<TLanes, TVector>.MultiplyAdd(rows, columns, tile, workspace.Stride, 1, v + (nint)column * Band, sum + (nint)row * Band, Band);
    }

    private void UpdateTile(int tileRow, int tileColumn)
    {
        int row = _origin + tileRow * Tile;
        int end = Math.Min(workspace.Order, row + Tile);
        int firstColumn = _origin + tileColumn * Tile;
        int endColumn = Math.Min(workspace.Order, firstColumn + Tile);
        // On the diagonal, the block right above it is not needed: it is mirrored.
        for (int column = firstColumn; column < endColumn; column += Band)
            TileKernels<TLanes, TVector>.Update(workspace, Math.Max(row, column), end, column);
    }

    /// <summary>Copies the lower half of a tile on the diagonal into its upper half, which is nobody else's, so that it multiplies as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mirror(double* tile, int order)
    {
        nint stride = workspace.Stride;
        for (int block = 0; block < order; block += Band)
        {
            for (int column = 0; column < block; column += Band)
                TileKernels<TLanes, TVector>.Transpose(Band, tile + block * stride + column, stride, tile + column * stride + block, stride);
            double* diagonal = tile + block * stride + block;
            for (int i = 1; i < Band; i++)
            {
                for (int j = 0; j < i; j++)
                    diagonal[j * stride + i] = diagonal[i * stride + j];
            }
        }
    }
}
