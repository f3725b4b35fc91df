using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Sorts whole numbers by one digit of 11 bits after another, the lowest first: linear time, on several threads, interruptible.
/// </summary>
/// <remarks>
/// Each pass is stable, so the order by the digits before survives among equal ones. Workers keep their share of the numbers,
/// and write each to its place after all smaller digits and after the equal ones of the workers before. A digit that all
/// numbers share costs no pass.
/// </remarks>
internal static class RadixSort
{
    // Three passes over 32 bits, six over 64. The places of 2048 digits fit the first-level cache.
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int BlockLength = 1 << 15;

    /// <summary>Sorts <paramref name="count"/> numbers ascending, with room for as many to work in.</summary>
    public static unsafe void Sort<TKey>(TKey* keys, TKey* room, int count, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
    {
        int workers = RowWorkers.For((long)count * sizeof(TKey), options);
        int[][] places = new int[workers][];
        TKey* from = keys;
        TKey* to = room;
        for (int shift = 0; shift < 8 * sizeof(TKey); shift += DigitBits)
        {
            // Of this pass alone: the workers' closures would see the next pass's otherwise.
            TKey* source = from;
            TKey* target = to;
            int digit = shift;
            RowWorkers.Run(
                workers, options, worker => places[worker] = Histogram(source, worker, workers, count, digit, options));
            if (!ToPlaces(places, count))
                continue;
            RowWorkers.Run(
                workers, options, worker => Scatter(source, target, worker, workers, count, digit, places[worker], options));
            from = target;
            to = source;
        }

        if (from != keys)
            new ReadOnlySpan<TKey>(from, count).CopyTo(new Span<TKey>(keys, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe int[] Histogram<TKey>(
        TKey* keys, int worker, int workers, int count, int shift, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        int[] histogram = new int[Digits];
        int end = RowWorkers.StartOf(worker + 1, workers, count);
        for (int at = RowWorkers.StartOf(worker, workers, count); at < end; at += BlockLength)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            // Within bounds: a digit is below 2048.
            ref int counts = ref MemoryMarshal.GetArrayDataReference(histogram);
            foreach (TKey key in new ReadOnlySpan<TKey>(keys + at, Math.Min(BlockLength, end - at)))
                Unsafe.Add(ref counts, DigitOf(key, shift))++;
        }

        return histogram;
    }

    /// <summary>
    /// Turns histograms into the places of each worker's first number with each digit; false where all numbers share a digit.
    /// </summary>
    private static bool ToPlaces(int[][] histograms, int count)
    {
        int place = 0;
        for (int digit = 0; digit < Digits; digit++)
        {
            int before = place;
            foreach (int[] histogram in histograms)
                (histogram[digit], place) = (place, place + histogram[digit]);
            if (place - before == count)
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Scatter<TKey>(
        TKey* source, TKey* target, int worker, int workers, int count, int shift, int[] places, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        int end = RowWorkers.StartOf(worker + 1, workers, count);
        for (int at = RowWorkers.StartOf(worker, workers, count); at < end; at += BlockLength)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            // Within bounds: a digit is below 2048, and places count up to the numbers there are.
            ref int place = ref MemoryMarshal.GetArrayDataReference(places);
            foreach (TKey key in new ReadOnlySpan<TKey>(source + at, Math.Min(BlockLength, end - at)))
                target[Unsafe.Add(ref place, DigitOf(key, shift))++] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DigitOf<TKey>(TKey key, int shift) where TKey : unmanaged => Unsafe.SizeOf<TKey>() == sizeof(uint)
        ? (int)(Unsafe.BitCast<TKey, uint>(key) >> shift) & (Digits - 1)
        : (int)(Unsafe.BitCast<TKey, ulong>(key) >> shift) & (Digits - 1);
}
