using System.Numerics;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete.Merging;

/// <summary>
/// The symbols of a variable by their keys, numbered 0, 1, 2, … as they come. Keys are compared whole; a hash only finds them.
/// </summary>
/// <remarks>Memory: a key and 12 to 48 bytes for each symbol; keys lie in pieces of 64 KB, so that growing copies none.</remarks>
internal sealed class KeyedAlphabet
{
    private const int MaximumCount = 1 << 29;
    private const int PieceBytes = 1 << 16;

    private readonly List<byte[]> _pieces = [];
    private readonly int _perPiece;
    private uint[] _hashes = new uint[8];
    private int[] _slots = new int[16];

    public KeyedAlphabet(SymbolKind kind)
    {
        Kind = kind;
        _perPiece = Math.Max(1, PieceBytes / kind.KeyWidth);
    }

    public SymbolKind Kind { get; }

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int code] => _pieces[code / _perPiece].AsSpan(code % _perPiece * Kind.KeyWidth, Kind.KeyWidth);

    /// <summary>Makes room for more symbols, so that as many calls of <see cref="Add"/> cannot fail.</summary>
    public void Reserve(int more)
    {
        int needed = Count + more;
        if (needed > MaximumCount || needed < 0)
            throw new InsufficientMemoryException($"More than {MaximumCount} different symbols of one variable do not fit one table; use coarser bins.");
        while (_pieces.Count < ((long)needed + _perPiece - 1) / _perPiece)
            _pieces.Add(new byte[_perPiece * Kind.KeyWidth]);
        if (needed > _hashes.Length)
            Array.Resize(ref _hashes, (int)BitOperations.RoundUpToPowerOf2((uint)needed));
        if (2 * needed > _slots.Length)
            Rehash((int)BitOperations.RoundUpToPowerOf2(2 * (uint)needed));
    }

    /// <summary>The code of a key, which is a new one where the key has not come before. Room must have been made.</summary>
    public int Add(ReadOnlySpan<byte> key)
    {
        uint hash = Hash(key);
        int slot = Find(key, hash);
        if (_slots[slot] != 0)
            return _slots[slot] - 1;
        int code = Count++;
        key.CopyTo(_pieces[code / _perPiece].AsSpan(code % _perPiece * Kind.KeyWidth));
        _hashes[code] = hash;
        _slots[slot] = code + 1;
        return code;
    }

    /// <summary>The codes of a batch's symbols.</summary>
    public int[] AddAll(KeyedSymbols batch)
    {
        int[] codes = new int[batch.Symbols.AlphabetSize];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = Add(batch.KeyOf(i));
        return codes;
    }

    /// <summary>The codes of another alphabet's symbols.</summary>
    public int[] AddAll(KeyedAlphabet other)
    {
        int[] codes = new int[other.Count];
        for (int i = 0; i < codes.Length; i++)
            codes[i] = Add(other[i]);
        return codes;
    }

    /// <summary>The codes in the ascending order of their keys, which depends on nothing else.</summary>
    public int[] Order()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort(order, (left, right) => this[left].SequenceCompareTo(this[right]));
        return order;
    }

    private int Find(ReadOnlySpan<byte> key, uint hash)
    {
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] != 0 && (_hashes[_slots[slot] - 1] != hash || !key.SequenceEqual(this[_slots[slot] - 1])))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Rehash(int length)
    {
        int[] slots = new int[length];
        for (int code = 0; code < Count; code++)
        {
            int slot = (int)_hashes[code] & (length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (length - 1);
            slots[slot] = code + 1;
        }

        _slots = slots;
    }

    private static uint Hash(ReadOnlySpan<byte> key) => (uint)RowHash.Key(in key[0], key.Length)[0];
}
