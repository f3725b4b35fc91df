using System.Runtime.CompilerServices;
using MutualInfo.Hardware;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Where the rows of a matrix go.</summary>
internal readonly unsafe struct MatrixRows<T>
    where T : unmanaged
{
    // Beyond this many bytes nothing that was stored is still in the caches when the last is; storing past them
    // saves reading each line first.
    private const long CachedBytes = 4 << 20;

    private readonly T* _first;
    private readonly nint _stride;
    private readonly bool _isPastCaches;

    /// <summary>Rows that begin at a number and are a stride apart.</summary>
    public MatrixRows(T* first, int rows, nint stride)
    {
        _first = first;
        _stride = stride;
        _isPastCaches = rows * stride * sizeof(T) > CachedBytes && (nint)first % sizeof(T) == 0;
    }

    /// <summary>
    /// Waits until what was stored past the caches is in memory, where another thread, or the collector, may move it.
    /// </summary>
    public void Settle()
    {
        if (_isPastCaches)
            Thread.MemoryBarrier();
    }

    /// <summary>
    /// Stores a piece of a row: up to the first whole vector and from the last one on by single numbers, between them aligned.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<TLanes, TVector>(T* source, int count, int row, int column)
        where TLanes : ILanes<TVector, T>
        where TVector : unmanaged
    {
        T* target = _first + row * _stride + column;
        int vectorBytes = TLanes.Count * sizeof(T);
        int i = 0;
        for (; i < count && ((nint)(target + i) & (vectorBytes - 1)) >= sizeof(T); i++)
            target[i] = source[i];
        if (_isPastCaches)
        {
            for (; i + TLanes.Count <= count; i += TLanes.Count)
                TLanes.StorePastCaches(TLanes.Load(source + i), target + i);
        }
        else
        {
            for (; i + TLanes.Count <= count; i += TLanes.Count)
                TLanes.Store(TLanes.Load(source + i), target + i);
        }

        for (; i < count; i++)
            target[i] = source[i];
    }
}
