using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Samples to symbols or counts through bins, without a number for each bin: cells of 1 byte up to 256
/// bins, then of 2, then of 4.
/// </summary>
internal static class BinInterner
{
    /// <summary>Tells samples apart by the bins of their numbers.</summary>
    /// <param name="samples">Shape <c>(n, d)</c>, n and d at least 1.</param>
    /// <param name="rule">The bins.</param>
    /// <param name="watch">Who looks over the numbers first; null where all are known to be finite and within the bins.</param>
    /// <param name="counting">What is made of them.</param>
    /// <param name="options">Threads and cancellation.</param>
    public static TResult Count<T, TRule, TResult>(
        Samples<T> samples, TRule rule, BlockWatch<T>? watch, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
    {
        TResult result = rule.Alphabet switch
        {
            <= 1 << 8 => Count<T, TRule, byte, TResult>(samples, rule, watch, counting, options),
            <= 1 << 16 => Count<T, TRule, ushort, TResult>(samples, rule, watch, counting, options),
            _ => Count<T, TRule, int, TResult>(samples, rule, watch, counting, options),
        };
        if (watch is RangeWatch<T> { HasNaN: true })
            Guard.NotNaN(samples, nameof(samples));
        return result;
    }

    private static unsafe TResult Count<T, TRule, TCell, TResult>(
        Samples<T> samples, TRule rule, BlockWatch<T>? watch, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        bool keysDecide = RowHash.IsOneToOne(samples.Dimension * sizeof(TCell));
        using Rented<TCell> rented = new(keysDecide ? 0 : samples.Values.Length);
        fixed (T* values = samples.Values)
        fixed (TCell* cells = rented.Array)
        {
            return counting.Count(
                new BinnedRows<T, TRule, TCell>(values, samples.Count, samples.Dimension, rule, watch, keysDecide ? null : cells), options);
        }
    }
}
