using System.Buffers;
using System.Runtime.InteropServices;

namespace MutualInfo.Hardware;

/// <summary>Memory of the pool that begins on a cache line and does not move. Dispose it, in a using, and it goes back.</summary>
/// <remarks>
/// Its contents are arbitrary. Renting allocates nothing once the pool is warm. Do not copy it: a copy would return it twice.
/// </remarks>
internal unsafe struct AlignedBuffer<T> : IDisposable
    where T : unmanaged
{
    private const int LineBytes = 64;

    private T[]? _array;
    private GCHandle _pin;

    private AlignedBuffer(T[] array, int length)
    {
        _array = array;
        _pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint address = _pin.AddrOfPinnedObject();
        Pointer = (T*)((address + LineBytes - 1) & -LineBytes);
        Length = length;
    }

    /// <summary>Gets the first number, on a cache line.</summary>
    public T* Pointer { get; private set; }

    public int Length { get; }

    public readonly Span<T> Span => new(Pointer, Length);

    /// <summary>Rents room for a number of elements; zero is allowed.</summary>
    public static AlignedBuffer<T> Rent(int length) =>
        new(ArrayPool<T>.Shared.Rent(checked(length + (LineBytes + sizeof(T) - 1) / sizeof(T))), length);

    public void Dispose()
    {
        if (_array is not { } array)
            return;
        _pin.Free();
        _array = null;
        Pointer = null;
        ArrayPool<T>.Shared.Return(array);
    }
}
