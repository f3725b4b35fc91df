using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Keys by multiplication alone, for processors without rounds of AES: the same part, played by a Feistel network.
/// </summary>
/// <remarks>
/// Each step xors one half with a function of the other half, which can be undone whatever the function is; so the steps permute
/// the 2^128 states, and rows of at most 16 bytes keep different keys.
/// </remarks>
internal readonly struct MixingRowHash : IRowHash
{
    // Odd constants with an even spread of bits: the fractions of the golden ratio and of the square root of 3.
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const ulong RootOfThree = 0xBB67AE8584CAA73B;

    public static bool IsOneToOne(int width) => width <= RowBytes.KeyWidth;

    public static Vector128<ulong> Key(ref readonly byte row, int width)
    {
        if (width <= RowBytes.KeyWidth)
            return Finish(RowBytes.LoadShort(in row, width).AsUInt64());
        Vector128<ulong> state = Vector128<ulong>.Zero;
        int at = 0;
        for (; at <= width - RowBytes.KeyWidth; at += RowBytes.KeyWidth)
            state = Step(state ^ RowBytes.Load(in row, at).AsUInt64(), GoldenRatio);

        // The last bytes again, with some of their neighbours: all of them are inside the row.
        if (at < width)
            state = Step(state ^ RowBytes.Load(in row, width - RowBytes.KeyWidth).AsUInt64(), GoldenRatio);
        return Finish(state);
    }

    private static Vector128<ulong> Finish(Vector128<ulong> state) => Step(Step(state, RootOfThree), GoldenRatio);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Step(Vector128<ulong> state, ulong constant)
    {
        ulong low = state.GetElement(0);
        ulong high = state.GetElement(1);
        low ^= Fold(high ^ constant);
        high ^= Fold(low ^ constant);
        return Vector128.Create(low, high);
    }

    private static ulong Fold(ulong value)
    {
        ulong high = Math.BigMul(value, RootOfThree, out ulong low);
        return high ^ low;
    }
}
