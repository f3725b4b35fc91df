using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Memory of one device: lent in pieces of a few sizes, and kept for the next call.</summary>
internal sealed class DeviceMemory(Accelerator accelerator) : IDisposable
{
    private const long SmallestPiece = 4096;

    // Above this another allocation costs little beside the work on so many numbers.
    private const long LargestPooled = 1L << 26;

    private readonly Dictionary<long, Stack<MemoryBuffer>> _pooled = [];

    /// <summary>Gets the bytes of all pieces, lent or pooled.</summary>
    public long HeldBytes { get; private set; }

    /// <summary>Gets the bytes of the pieces that are not lent.</summary>
    public long PooledBytes => _pooled.Sum(static pieces => pieces.Key * pieces.Value.Count);

    /// <summary>Lends room for some elements. Give it back by disposing of it.</summary>
    public Lent<T> Rent<T>(long length) where T : unmanaged
    {
        long bytes = Math.Max(SmallestPiece, length * Interop.SizeOf<T>());
        long size = SizeOfPiece(bytes);
        if (_pooled.TryGetValue(size, out Stack<MemoryBuffer>? stack) && stack.TryPop(out MemoryBuffer? found))
            return new Lent<T>(this, found, size, length);
        MemoryBuffer made = Allocate(size);
        HeldBytes += size;
        return new Lent<T>(this, made, size, length);
    }

    // Pooled pieces of other sizes may be what is missing.
    private MemoryBuffer Allocate(long size)
    {
        try
        {
            return accelerator.AllocateRaw(size, 1);
        }
        catch (AcceleratorException) when (_pooled.Count > 0)
        {
            Release();
            return accelerator.AllocateRaw(size, 1);
        }
    }

    /// <summary>Gives pooled pieces back to the device.</summary>
    public void Release()
    {
        foreach ((long size, Stack<MemoryBuffer> stack) in _pooled)
        {
            HeldBytes -= size * stack.Count;
            foreach (MemoryBuffer piece in stack)
                piece.Dispose();
        }

        _pooled.Clear();
    }

    public void Dispose() => Release();

    // Eight sizes between a power of two and the next: few enough to be met again, and at most an eighth is wasted.
    private static long SizeOfPiece(long bytes)
    {
        if (bytes > LargestPooled)
            return bytes;
        long step = Math.Max(SmallestPiece, (long)BitOperations.RoundUpToPowerOf2((ulong)bytes) / 16);
        return (bytes + step - 1) / step * step;
    }

    private void TakeBack(MemoryBuffer piece, long size)
    {
        if (size > LargestPooled)
        {
            HeldBytes -= size;
            piece.Dispose();
            return;
        }

        if (!_pooled.TryGetValue(size, out Stack<MemoryBuffer>? stack))
            _pooled[size] = stack = new Stack<MemoryBuffer>();
        stack.Push(piece);
    }

    /// <summary>A piece of device memory, lent.</summary>
    public readonly struct Lent<T>(DeviceMemory owner, MemoryBuffer piece, long size, long length) : IDisposable
        where T : unmanaged
    {
        /// <summary>Gets the elements.</summary>
        public ArrayView<T> View => piece.AsRawArrayView().Cast<T>().SubView(0, length);

        /// <summary>Copies numbers to the device.</summary>
        public void Write(AcceleratorStream stream, T[] values)
        {
            if (values.Length > 0)
                View.SubView(0, values.Length).CopyFromCPU(stream, values);
        }

        public void Dispose() => owner.TakeBack(piece, size);
    }
}
