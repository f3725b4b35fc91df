using System.Numerics;
using System.Runtime.CompilerServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Sorts whole numbers by one byte after another, the lowest first: linear time, on several threads, and interruptible.</summary>
/// <remarks>
/// Each pass is stable, so the order by the bytes before survives among equal ones. Workers keep their share of the numbers, and write
/// each to its place after all smaller bytes and after the equal bytes of the workers before. A byte that all numbers share costs no pass.
/// </remarks>
internal static class RadixSort
{
    private const int Digits = 256;
    private const int BlockLength = 1 << 15;

    /// <summary>Sorts <paramref name="count"/> numbers ascending, with room for as many to work in.</summary>
    public static unsafe void Sort<TKey>(TKey* keys, TKey* room, int count, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
    {
        int workers = RowWorkers.For((long)count * sizeof(TKey), options);
        int[][] places = new int[workers][];
        TKey* from = keys;
        TKey* to = room;
        for (int shift = 0; shift < 8 * sizeof(TKey); shift += 8)
        {
            // Of this pass alone: the workers' closures would see the next pass's otherwise.
            TKey* source = from;
            TKey* target = to;
            int digit = shift;
            RowWorkers.Run(workers, options, worker => places[worker] = Histogram(source, worker, workers, count, digit, options));
            if (!ToPlaces(places, count))
                continue;
            RowWorkers.Run(workers, options, worker => Scatter(source, target, worker, workers, count, digit, places[worker], options));
            from = target;
            to = source;
        }

        if (from != keys)
            new ReadOnlySpan<TKey>(from, count).CopyTo(new Span<TKey>(keys, count));
    }

    private static unsafe int[] Histogram<TKey>(TKey* keys, int worker, int workers, int count, int shift, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        int[] histogram = new int[Digits];
        int end = RowWorkers.StartOf(worker + 1, workers, count);
        for (int at = RowWorkers.StartOf(worker, workers, count); at < end; at += BlockLength)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            foreach (TKey key in new ReadOnlySpan<TKey>(keys + at, Math.Min(BlockLength, end - at)))
                histogram[DigitOf(key, shift)]++;
        }

        return histogram;
    }

    /// <summary>Turns histograms into the places of each worker's first number with each digit; false where all numbers share a digit.</summary>
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

    private static unsafe void Scatter<TKey>(
        TKey* source, TKey* target, int worker, int workers, int count, int shift, int[] places, EstimationOptions options)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        int end = RowWorkers.StartOf(worker + 1, workers, count);
        for (int at = RowWorkers.StartOf(worker, workers, count); at < end; at += BlockLength)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            foreach (TKey key in new ReadOnlySpan<TKey>(source + at, Math.Min(BlockLength, end - at)))
                target[places[DigitOf(key, shift)]++] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DigitOf<TKey>(TKey key, int shift) where TKey : unmanaged, IBinaryInteger<TKey> => byte.CreateTruncating(key >> shift);
}
