using System.Buffers;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// An array of the shared pool, returned when the scope ends, by an exception too. Its contents are whatever was left in it.
/// </summary>
internal readonly struct Rented<T>(int length) : IDisposable where T : unmanaged
{
    /// <summary>Gets the array, at least as long as was asked for.</summary>
    public T[] Array { get; } = ArrayPool<T>.Shared.Rent(length);

    /// <summary>Gets as much of the array as was asked for.</summary>
    public Span<T> Span => Array.AsSpan(0, length);

    public void Dispose() => ArrayPool<T>.Shared.Return(Array);
}
