using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Where the items of many partitions stand that grow side by side: each is a list of chunks of one array.</summary>
/// <remarks>
/// One write for each item, next to the partition's last one: neither a counting pass before, nor a copy of what has been
/// written. Within a partition items keep their order.
/// </remarks>
internal sealed class ChunkLists
{
    /// <summary>The items of a chunk.</summary>
    public const int ChunkLength = 64;

    private readonly int[] _next;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _length;
    private int _used;

    /// <summary>Makes as many empty lists as there are partitions, for <paramref name="items"/> items in all.</summary>
    public ChunkLists(int items, int partitions)
    {
        // Every partition may end with a chunk that is not full.
        int chunks = items / ChunkLength + partitions;
        _next = new int[chunks];
        _first = new int[partitions];
        _last = new int[partitions];
        _length = new int[partitions];
    }

    /// <summary>Gets how long an array must be to hold all items at their places.</summary>
    public int Places => _next.Length * ChunkLength;

    /// <summary>How many items a partition holds.</summary>
    public int LengthOf(int partition) => _length[partition];

    /// <summary>The place of a partition's next item, which is to be written there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Append(int partition)
    {
        // Within bounds: whoever makes partitions keeps them below their number.
        int length = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_length), partition)++;
        int within = length & (ChunkLength - 1);
        if (within == 0)
            Extend(partition, length);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_last), partition) * ChunkLength + within;
    }

    /// <summary>The places of a partition's items, chunk by chunk.</summary>
    public Chunks Of(int partition) => new(_next, _first[partition], _length[partition]);

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

    /// <summary>Goes through the chunks of one partition.</summary>
    public struct Chunks(int[] next, int first, int length)
    {
        private int _chunk = first;
        private int _left = length;

        /// <summary>Gets where the next chunk's items stand.</summary>
        public Range Current { get; private set; }

        public readonly Chunks GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_left <= 0)
                return false;
            int start = _chunk * ChunkLength;
            Current = start..(start + Math.Min(_left, ChunkLength));
            _left -= ChunkLength;
            if (_left > 0)
                _chunk = next[_chunk];
            return true;
        }
    }
}
