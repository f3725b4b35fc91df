using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The keys of one worker's rows, parted by their highest bits.</summary>
internal sealed class KeyChunks : IDisposable
{
    private readonly ChunkLists _lists;
    private readonly Rented<Vector128<ulong>> _keys;
    private readonly Rented<int> _rows;
    private readonly int _shift;

    /// <summary>Makes room for <paramref name="rows"/> rows in 2^<paramref name="partitionBits"/> partitions.</summary>
    public KeyChunks(int rows, int partitionBits)
    {
        _lists = new ChunkLists(rows, 1 << partitionBits);
        _shift = ShiftOf(partitionBits);
        _keys = new Rented<Vector128<ulong>>(_lists.Places);
        _rows = new Rented<int>(_lists.Places);
    }

    /// <summary>How far <see cref="PartitionOf"/> shifts where there are 2^<paramref name="partitionBits"/> partitions.</summary>
    public static int ShiftOf(int partitionBits) => 64 - partitionBits;

    /// <summary>The partition of a key: bits that <see cref="KeyTable"/> does not look at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PartitionOf(Vector128<ulong> key, int shift) => (int)(key.GetElement(1) >> shift);

    /// <summary>How many rows a partition holds.</summary>
    public int LengthOf(int partition) => _lists.LengthOf(partition);

    /// <summary>Appends rows to the partitions of their keys.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Append(ReadOnlySpan<Vector128<ulong>> keys, ReadOnlySpan<int> rows)
    {
        // Within bounds: a place is below the number of places.
        rows = rows[..keys.Length];
        ref Vector128<ulong> keyChunks = ref MemoryMarshal.GetArrayDataReference(_keys.Array);
        ref int rowChunks = ref MemoryMarshal.GetArrayDataReference(_rows.Array);
        int shift = _shift;
        for (int i = 0; i < keys.Length; i++)
        {
            Vector128<ulong> key = keys[i];
            int at = _lists.Append(PartitionOf(key, shift));
            Unsafe.Add(ref keyChunks, at) = key;
            Unsafe.Add(ref rowChunks, at) = rows[i];
        }
    }

    /// <summary>Adds a partition's rows to a table, chunk by chunk; <paramref name="sink"/> hears their numbers.</summary>
    public void AddTo<TRows, TSink>(KeyTable table, in TRows rows, int partition, ref TSink sink)
        where TRows : struct, IRowSource
        where TSink : struct, IRowNumberSink
    {
        Span<int> numbers = stackalloc int[ChunkLists.ChunkLength];
        foreach (Range chunk in _lists.Of(partition))
        {
            ReadOnlySpan<int> rowNumbers = _rows.Array.AsSpan(chunk);
            table.Add(in rows, _keys.Array.AsSpan(chunk), rowNumbers, numbers);
            sink.Hear(rowNumbers, numbers[..rowNumbers.Length], table);
        }
    }

    public void Dispose()
    {
        _keys.Dispose();
        _rows.Dispose();
    }
}
