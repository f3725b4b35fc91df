using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;
using X86Aes = System.Runtime.Intrinsics.X86.Aes;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Keys by rounds of AES, where the processor has them: a round mixes 16 bytes in one instruction. Not a cipher.
/// </summary>
/// <remarks>
/// A round permutes the 2^128 states, so rows of at most 16 bytes keep different keys. Wider rows are absorbed in
/// four lanes, whose rounds do not wait for each other; two rounds follow each block, and six join the lanes, so that
/// every byte reaches every bit.
/// </remarks>
internal readonly struct AesRowHash : IRowHash
{
    private const int LaneBytes = 4 * RowBytes.KeyWidth;

    /// <summary>Gets whether this processor has rounds of AES.</summary>
    public static bool IsSupported => X86Aes.IsSupported || ArmAes.IsSupported;

    // Digits of π, as numbers that nobody chose.
    private static Vector128<byte> First => Vector128.Create(0x243F6A8885A308D3UL, 0x13198A2E03707344UL).AsByte();

    private static Vector128<byte> Second => Vector128.Create(0xA4093822299F31D0UL, 0x082EFA98EC4E6C89UL).AsByte();

    private static Vector128<byte> Third => Vector128.Create(0x452821E638D01377UL, 0xBE5466CF34E90C6CUL).AsByte();

    private static Vector128<byte> Fourth => Vector128.Create(0xC0AC29B7C97C50DDUL, 0x3F84D5B5B5470917UL).AsByte();

    public static bool IsOneToOne(int width) => width <= RowBytes.KeyWidth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Key(ref readonly byte row, int width) => width <= RowBytes.KeyWidth
        ? Round(Round(Round(RowBytes.LoadShort(in row, width) ^ First, Second), Third), Fourth).AsUInt64()
        : WideKey(in row, width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> WideKey(ref readonly byte row, int width)
    {
        Vector128<byte> a = First;
        Vector128<byte> b = Second;
        Vector128<byte> c = Third;
        Vector128<byte> d = Fourth;
        int at = 0;
        for (; at <= width - LaneBytes; at += LaneBytes)
        {
            a = Absorb(a, RowBytes.Load(in row, at));
            b = Absorb(b, RowBytes.Load(in row, at + 16));
            c = Absorb(c, RowBytes.Load(in row, at + 32));
            d = Absorb(d, RowBytes.Load(in row, at + 48));
        }

        for (; at <= width - RowBytes.KeyWidth; at += RowBytes.KeyWidth)
            (a, b, c, d) = (b, c, d, Absorb(a, RowBytes.Load(in row, at)));

        // The last bytes again, with some of their neighbours: all of them are inside the row.
        if (at < width)
            (a, b, c, d) = (b, c, d, Absorb(a, RowBytes.Load(in row, width - RowBytes.KeyWidth)));
        return Round(Round(Round(Round(Round(Round(a, b), c), d), Second), Third), Fourth).AsUInt64();
    }

    private static Vector128<byte> Absorb(Vector128<byte> lane, Vector128<byte> block) =>
        Round(Round(lane ^ block, Third), Fourth);

    /// <summary>MixColumns(ShiftRows(SubBytes(state))) ⊕ key, on either processor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Round(Vector128<byte> state, Vector128<byte> key) => X86Aes.IsSupported
        ? X86Aes.Encrypt(state, key)
        : ArmAes.MixColumns(ArmAes.Encrypt(state, Vector128<byte>.Zero)) ^ key;
}
