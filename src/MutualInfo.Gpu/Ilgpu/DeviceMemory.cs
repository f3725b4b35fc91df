using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Memory of one device: lent in pieces of a few sizes, and kept for the next call.</summary>
internal sealed class DeviceMemory(Accelerator accelerator) : IDisposable
{
    private readonly Dictionary<long, Stack<MemoryBuffer>> _pooled = [];

    /// <summary>Gets the bytes of all pieces, lent or pooled.</summary>
    public long HeldBytes { get; private set; }

    /// <summary>Lends room for some elements. Give it back by disposing of it.</summary>
    public Lent<T> Rent<T>(long length) where T : unmanaged
    {
        long size = PieceSize.Of(length * Interop.SizeOf<T>());
        if (_pooled.TryGetValue(size, out Stack<MemoryBuffer>? stack) && stack.TryPop(out MemoryBuffer? found))
            return new Lent<T>(this, found, size, length);
        MemoryBuffer made = accelerator.AllocateRaw(size, 1);
        HeldBytes += size;
        return new Lent<T>(this, made, size, length);
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

    private void TakeBack(MemoryBuffer piece, long size)
    {
        if (size > PieceSize.LargestPooled)
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
