using System.Buffers;
using System.Runtime.CompilerServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>A list whose array is of the shared pool, and returned when it is disposed of.</summary>
/// <param name="capacity">How many items are expected; the list grows beyond.</param>
internal sealed class RentedList<T>(int capacity) : IDisposable where T : unmanaged
{
    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);

    /// <summary>Gets the number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the items, until another is added.</summary>
    public Span<T> Span => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        if (Count == _items.Length)
            MakeRoom(1);
        _items[Count++] = item;
    }

    public void Add(ReadOnlySpan<T> items) => items.CopyTo(Extend(items.Length));

    /// <summary>Adds items to be written by the caller.</summary>
    public Span<T> Extend(int items)
    {
        if (items > _items.Length - Count)
            MakeRoom(items);
        Count += items;
        return _items.AsSpan(Count - items, items);
    }

    /// <summary>Drops the last items.</summary>
    public void Shorten(int items) => Count -= items;

    public void Clear() => Count = 0;

    public void Dispose()
    {
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom(int more)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(Count + more, (int)Math.Min(2L * Count, Array.MaxLength)));
        Span.CopyTo(larger);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
