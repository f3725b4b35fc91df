using System.Numerics;
using System.Runtime.CompilerServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>The different values of a layer, sorted: those that come again soon are dropped before anything is sorted.</summary>
internal static class DistinctValues
{
    private const int CacheBits = 12;
    private const int BlockLength = 1 << 15;

    /// <summary>
    /// Writes the different values but <paramref name="excluded"/>, ascending, to the front of <paramref name="destination"/>.
    /// </summary>
    /// <param name="values">The values; all are finite.</param>
    /// <param name="excluded">A value to leave out.</param>
    /// <param name="destination">
    /// Room for as many as there are values; what follows the result is left as it happens to be.
    /// </param>
    /// <param name="room">As much room to work in.</param>
    /// <param name="options">Threads and cancellation.</param>
    /// <returns>How many there are.</returns>
    public static int Sort<T>(ReadOnlySpan<T> values, T excluded, Span<T> destination, Span<T> room, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int kept = DropRepeated(values, excluded, destination, options.CancellationToken);
        NumberSort.Sort(destination[..kept], room, options);
        int different = Math.Min(kept, 1);
        for (int i = 1; i < kept; i++)
        {
            if (destination[i] != destination[different - 1])
                destination[different++] = destination[i];
        }

        return different;
    }

    /// <summary>
    /// Copies values, but not one that stands in its slot of a small cache already: of few different values nearly all copies, of
    /// many hardly any. What is kept twice is of no harm, for the sorted values are gone over anyway.
    /// </summary>
    private static int DropRepeated<T>(ReadOnlySpan<T> values, T excluded, Span<T> destination, CancellationToken token)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> cache = stackalloc T[1 << CacheBits];
        // NaN equals nothing.
        cache.Fill(T.NaN);
        int kept = 0;
        for (int start = 0; start < values.Length; start += BlockLength)
        {
            token.ThrowIfCancellationRequested();
            foreach (T value in values[start..Math.Min(start + BlockLength, values.Length)])
            {
                ref T slot = ref cache[SlotOf(value)];
                if (slot == value)
                    continue;
                slot = value;
                // Written in any case and kept or not: no jump to be guessed wrongly.
                destination[kept] = value;
                kept += value != excluded ? 1 : 0;
            }
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf<T>(T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong bits = Unsafe.SizeOf<T>() switch
        {
            sizeof(ulong) => Unsafe.BitCast<T, ulong>(value),
            sizeof(uint) => Unsafe.BitCast<T, uint>(value),
            _ => 0,
        };
        return (int)((bits * 0x9E3779B97F4A7C15) >> (64 - CacheBits));
    }
}
