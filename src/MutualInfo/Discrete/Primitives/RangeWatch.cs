using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Counts the numbers outside a given range, and notices NaN, which has no bin.</summary>
/// <param name="low">The least number inside the range.</param>
/// <param name="high">The greatest number inside the range.</param>
internal sealed class RangeWatch<T>(T low, T high) : BlockWatch<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private long _outside;
    private volatile bool _hasNaN;

    /// <inheritdoc/>
    public override long ValuesOutsideRange => Interlocked.Read(ref _outside);

    /// <summary>Gets whether a number was NaN. What has been made of the numbers is worth nothing then.</summary>
    public bool HasNaN => _hasNaN;

    /// <inheritdoc/>
    public override bool Admits(ReadOnlySpan<T> block)
    {
        int outside = CountNotWithin(block);
        if (outside == 0)
            return true;
        // NaN is within no range, so it is among them.
        if (TensorPrimitives.IsNaNAny(block))
        {
            _hasNaN = true;
            return false;
        }

        Interlocked.Add(ref _outside, outside);
        return true;
    }

    private int CountNotWithin(ReadOnlySpan<T> block)
    {
        int within = 0;
        int i = 0;
        if (Vector<T>.IsSupported)
        {
            // Counted in T itself, which holds whole numbers of the size of a block exactly.
            Vector<T> sum = Vector<T>.Zero;
            ref T first = ref MemoryMarshal.GetReference(block);
            for (; i <= block.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> vector = Vector.LoadUnsafe(ref first, (nuint)i);
                Vector<T> isWithin = Vector.GreaterThanOrEqual(vector, new Vector<T>(low)) & Vector.LessThanOrEqual(vector, new Vector<T>(high));
                sum += isWithin & Vector<T>.One;
            }

            within = int.CreateTruncating(Vector.Sum(sum));
        }

        for (; i < block.Length; i++)
            within += block[i] >= low && block[i] <= high ? 1 : 0;
        return block.Length - within;
    }
}
