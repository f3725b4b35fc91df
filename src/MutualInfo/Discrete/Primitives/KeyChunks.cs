using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The keys of one worker's rows, parted by their highest bits into lists of chunks.</summary>
/// <remarks>
/// One write for each row, next to the partition's last one: neither a counting pass before, nor a copy of what has been written.
/// Within a partition rows keep their order.
/// </remarks>
internal sealed class KeyChunks : IDisposable
{
    private const int ChunkLength = 64;

    private readonly Rented<Vector128<ulong>> _keys;
    private readonly Rented<int> _rows;
    private readonly int[] _next;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _length;
    private readonly int _shift;
    private int _used;

    /// <summary>Makes room for <paramref name="rows"/> rows in 2^<paramref name="partitionBits"/> partitions.</summary>
    public KeyChunks(int rows, int partitionBits)
    {
        int partitions = 1 << partitionBits;
        // Every partition may end with a chunk that is not full.
        int chunks = rows / ChunkLength + partitions;
        _shift = 64 - partitionBits;
        _keys = new Rented<Vector128<ulong>>(chunks * ChunkLength);
        _rows = new Rented<int>(chunks * ChunkLength);
        _next = new int[chunks];
        _first = new int[partitions];
        _last = new int[partitions];
        _length = new int[partitions];
    }

    /// <summary>The partition of a key: bits that <see cref="KeyTable"/> does not look at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PartitionOf(Vector128<ulong> key, int shift) => (int)(key.GetElement(1) >> shift);

    /// <summary>How many rows a partition holds.</summary>
    public int LengthOf(int partition) => _length[partition];

    /// <summary>Appends rows to the partitions of their keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<Vector128<ulong>> keys, ReadOnlySpan<int> rows)
    {
        // Within bounds: a partition is below 2^partitionBits, and its last chunk holds the place after its length.
        rows = rows[..keys.Length];
        ref int lengths = ref MemoryMarshal.GetArrayDataReference(_length);
        ref int last = ref MemoryMarshal.GetArrayDataReference(_last);
        ref Vector128<ulong> keyChunks = ref MemoryMarshal.GetArrayDataReference(_keys.Array);
        ref int rowChunks = ref MemoryMarshal.GetArrayDataReference(_rows.Array);
        int shift = _shift;
        for (int i = 0; i < keys.Length; i++)
        {
            Vector128<ulong> key = keys[i];
            int partition = PartitionOf(key, shift);
            int length = Unsafe.Add(ref lengths, partition)++;
            int within = length & (ChunkLength - 1);
            if (within == 0)
                Extend(partition, length);
            int at = Unsafe.Add(ref last, partition) * ChunkLength + within;
            Unsafe.Add(ref keyChunks, at) = key;
            Unsafe.Add(ref rowChunks, at) = rows[i];
        }
    }

    /// <summary>Adds a partition's rows to a table, chunk by chunk; <paramref name="sink"/> hears their numbers.</summary>
    public void AddTo<TRows, TSink>(KeyTable table, in TRows rows, int partition, ref TSink sink)
        where TRows : struct, IRowSource
        where TSink : struct, IRowNumberSink
    {
        Span<int> numbers = stackalloc int[ChunkLength];
        int chunk = _first[partition];
        for (int left = _length[partition]; left > 0; left -= ChunkLength)
        {
            int length = Math.Min(left, ChunkLength);
            ReadOnlySpan<int> rowNumbers = _rows.Array.AsSpan(chunk * ChunkLength, length);
            table.Add(in rows, _keys.Array.AsSpan(chunk * ChunkLength, length), rowNumbers, numbers);
            sink.Hear(rowNumbers, numbers[..length], table);
            chunk = _next[chunk];
        }
    }

    public void Dispose()
    {
        _keys.Dispose();
        _rows.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Extend(int partition, int length)
    {
        int chunk = _used++;
        if (length == 0)
            _first[partition] = chunk;
        else
            _next[_last[partition]] = chunk;
        _last[partition] = chunk;
    }
}
