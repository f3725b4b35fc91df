using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The hash of this processor: rounds of AES where it has them, multiplication elsewhere.</summary>
internal readonly struct RowHash : IRowHash
{
    public static bool IsOneToOne(int width) =>
        AesRowHash.IsSupported ? AesRowHash.IsOneToOne(width) : MixingRowHash.IsOneToOne(width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Key(ref readonly byte row, int width) =>
        AesRowHash.IsSupported ? AesRowHash.Key(in row, width) : MixingRowHash.Key(in row, width);
}
