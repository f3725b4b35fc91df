using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Numbers different rows 0, 1, 2, … as they come, and counts how often each came.</summary>
/// <remarks>
/// Open addressing with linear probing, at most half full, so that a probe ends after about 1.5 slots. A slot holds 32 bits of
/// the key and the number; the whole keys, the first rows and the counts lie densely by number. Where a key is not the whole row,
/// the row is compared with the first one of its number, so a collision of keys cannot merge two symbols.
/// </remarks>
internal sealed class KeyTable : IDisposable
{
    private const int MaximumAlphabet = 1 << 29;

    private Rented<ulong>? _slots;
    private Rented<Vector128<ulong>>? _keys;
    private Rented<int>? _firstRows;
    private Rented<int>? _counts;
    private int _capacity;
    private uint _mask;
    private int _added;

    /// <summary>Gets how many different rows have come.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the row that came first under each number.</summary>
    public ReadOnlySpan<int> FirstRows => _firstRows!.Value.Array.AsSpan(0, Count);

    /// <summary>Gets how many rows came under each number.</summary>
    public ReadOnlySpan<int> Counts => _counts!.Value.Array.AsSpan(0, Count);

    /// <summary>Empties the table, with room for <paramref name="rows"/> rows that may all differ.</summary>
    public void Reset(int rows)
    {
        if (rows > MaximumAlphabet)
            throw new InsufficientMemoryException($"More than {MaximumAlphabet} different symbols do not fit one table; use fewer samples or coarser bins.");
        if (rows > _capacity || _slots is null)
        {
            Dispose();
            _capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows));
            _slots = new Rented<ulong>(2 * _capacity);
            _keys = new Rented<Vector128<ulong>>(_capacity);
            _firstRows = new Rented<int>(_capacity);
            _counts = new Rented<int>(_capacity);
        }

        Count = 0;
        _added = 0;
        _mask = BitOperations.RoundUpToPowerOf2((uint)Math.Max(32, 2 * rows)) - 1;
        _slots!.Value.Array.AsSpan(0, (int)_mask + 1).Clear();
    }

    /// <summary>Adds rows, and says under which number each has come.</summary>
    /// <param name="rows">What the keys are made of.</param>
    /// <param name="keys">The keys of the rows to add.</param>
    /// <param name="rowNumbers">Which rows they are.</param>
    /// <param name="numbers">Receives a number for each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add<TRows>(in TRows rows, ReadOnlySpan<Vector128<ulong>> keys, ReadOnlySpan<int> rowNumbers, Span<int> numbers)
        where TRows : struct, IRowSource
    {
        // The lengths are checked once; within the loop every index is below Count ≤ capacity or within the mask.
        rowNumbers = rowNumbers[..keys.Length];
        numbers = numbers[..keys.Length];
        ref ulong slots = ref MemoryMarshal.GetArrayDataReference(_slots!.Value.Array);
        ref Vector128<ulong> known = ref MemoryMarshal.GetArrayDataReference(_keys!.Value.Array);
        ref int firstRows = ref MemoryMarshal.GetArrayDataReference(_firstRows!.Value.Array);
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts!.Value.Array);
        bool keysDecide = rows.KeysDecide;
        // Where most rows so far were copies, most of these will be compared, and they lie anywhere in memory.
        if (!keysDecide && Count < _added / 2)
        {
            foreach (int row in rowNumbers)
                rows.Ask(row);
        }

        _added += keys.Length;
        uint mask = _mask;
        int count = Count;
        for (int i = 0; i < keys.Length; i++)
        {
            Vector128<ulong> key = keys[i];
            ulong low = key.ToScalar();
            for (uint at = (uint)low & mask; ; at = (at + 1) & mask)
            {
                ref ulong slot = ref Unsafe.Add(ref slots, at);
                if (slot == 0)
                {
                    slot = ((low >> 32) << 32) | (uint)(count + 1);
                    Unsafe.Add(ref known, count) = key;
                    Unsafe.Add(ref firstRows, count) = rowNumbers[i];
                    Unsafe.Add(ref counts, count) = 1;
                    numbers[i] = count++;
                    break;
                }

                if ((slot ^ low) >> 32 != 0)
                    continue;
                int number = (int)(uint)slot - 1;
                if (Unsafe.Add(ref known, number) == key
                    && (keysDecide || rows.AreEqual(rowNumbers[i], Unsafe.Add(ref firstRows, number))))
                {
                    Unsafe.Add(ref counts, number)++;
                    numbers[i] = number;
                    break;
                }
            }
        }

        Count = count;
    }

    /// <summary>Adds a row that stands for <paramref name="times"/> rows, the earliest of which it is.</summary>
    /// <returns>Its number, and the row that was first under the number before; the row itself where the number is new.</returns>
    public (int Number, int Before) AddMany<TRows>(in TRows rows, Vector128<ulong> key, int row, int times)
        where TRows : struct, IRowSource
    {
        int number = 0;
        Add(in rows, new ReadOnlySpan<Vector128<ulong>>(in key), new ReadOnlySpan<int>(in row), new Span<int>(ref number));
        ref int first = ref _firstRows!.Value.Array[number];
        int before = first;
        first = Math.Min(first, row);
        _counts!.Value.Array[number] += times - 1;
        return (number, before);
    }

    public void Dispose()
    {
        _slots?.Dispose();
        _keys?.Dispose();
        _firstRows?.Dispose();
        _counts?.Dispose();
        _slots = null;
        _keys = null;
        _firstRows = null;
        _counts = null;
        _capacity = 0;
    }
}
