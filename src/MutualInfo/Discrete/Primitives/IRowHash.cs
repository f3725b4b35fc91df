namespace MutualInfo.Discrete.Primitives;

/// <summary>A hash of one row. A type parameter, so that tests can force every row onto one hash.</summary>
internal interface IRowHash
{
    /// <summary>Hashes the bytes of one row.</summary>
    static abstract ulong Hash(ReadOnlySpan<byte> row);
}

/// <summary>Multiply, fold and mix, eight bytes at a time. Fixed, not seeded: the same bytes always meet in the same order.</summary>
internal readonly struct MixingRowHash : IRowHash
{
    // Odd constants with an even spread of bits: the fractions of the golden ratio and of the square root of 3.
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xBB67AE8584CAA73B;

    public static ulong Hash(ReadOnlySpan<byte> row)
    {
        ulong state = (ulong)row.Length * First;
        while (row.Length >= sizeof(ulong))
        {
            state = Mix(state ^ BitConverter.ToUInt64(row));
            row = row[sizeof(ulong)..];
        }

        ulong tail = 0;
        for (int i = 0; i < row.Length; i++)
            tail |= (ulong)row[i] << (8 * i);
        return Mix(state ^ tail);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value ^ First, Second, out ulong low);
        return high ^ low;
    }
}
