using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Sorts finite numbers ascending, in time linear in their count where they are many, and interruptible. −0 becomes +0.
/// </summary>
internal static class NumberSort
{
    // Below it the framework's sort is over before the passes of a radix sort have begun.
    private const int ManyNumbers = 1024;

    /// <summary>Sorts numbers in place.</summary>
    /// <param name="values">The numbers; none is NaN.</param>
    /// <param name="room">As much room to work in.</param>
    /// <param name="options">Threads and cancellation.</param>
    public static unsafe void Sort<T>(Span<T> values, Span<T> room, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool hasKeys = typeof(T) == typeof(float) || typeof(T) == typeof(double);
        if (values.Length < ManyNumbers || !hasKeys)
        {
            values.Sort();
            return;
        }

        room = room[..values.Length];
        TensorPrimitives.Add(values, T.Zero, values);
        if (typeof(T) == typeof(float))
        {
            Span<uint> keys = MemoryMarshal.Cast<T, uint>(values);
            ToKeys(keys);
            fixed (uint* first = keys, working = MemoryMarshal.Cast<T, uint>(room))
                RadixSort.Sort(first, working, keys.Length, options);
            ToNumbers(keys);
        }
        else
        {
            Span<ulong> keys = MemoryMarshal.Cast<T, ulong>(values);
            ToKeys(keys);
            fixed (ulong* first = keys, working = MemoryMarshal.Cast<T, ulong>(room))
                RadixSort.Sort(first, working, keys.Length, options);
            ToNumbers(keys);
        }
    }

    // Of numbers above 0 the bits ascend as the numbers do; of those below 0 they descend. So the sign of the first is set and
    // every bit of the second turned, and bits as whole numbers ascend throughout. Without a jump: signs are hard to guess.
    private static void ToKeys<TKey>(Span<TKey> bits) where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
    {
        TKey sign = TKey.RotateRight(TKey.One, 1);
        foreach (ref TKey key in bits)
            key ^= sign | AllOnesWhereSet(key);
    }

    private static void ToNumbers<TKey>(Span<TKey> keys) where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
    {
        TKey sign = TKey.RotateRight(TKey.One, 1);
        foreach (ref TKey key in keys)
            key ^= sign | AllOnesWhereSet(~key);
    }

    private static unsafe TKey AllOnesWhereSet<TKey>(TKey bits)
        where TKey : unmanaged, IBinaryInteger<TKey>, IUnsignedNumber<TKey> =>
        unchecked(TKey.Zero - (bits >>> (8 * sizeof(TKey) - 1)));
}
