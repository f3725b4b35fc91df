using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Samples to symbols through bins, without a number for each bin: cells of 1 byte up to 256 bins, then of 2, then of 4.</summary>
internal static class BinInterner
{
    /// <summary>Interns samples whose numbers a rule bins.</summary>
    /// <param name="samples">Shape <c>(n, d)</c>, n and d at least 1.</param>
    /// <param name="rule">The bins.</param>
    /// <param name="watch">Who looks over the numbers first; null where all are known to be finite and within the bins.</param>
    /// <param name="options">Threads and cancellation.</param>
    public static Symbols Intern<T, TRule>(Samples<T> samples, TRule rule, BlockWatch<T>? watch, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
    {
        (int[] codes, int[] histogram) = rule.Alphabet switch
        {
            <= 1 << 8 => Intern<T, TRule, byte>(samples, rule, watch, options),
            <= 1 << 16 => Intern<T, TRule, ushort>(samples, rule, watch, options),
            _ => Intern<T, TRule, int>(samples, rule, watch, options),
        };
        if (watch is not RangeWatch<T> range)
            return new Symbols(codes, histogram);
        if (range.HasNaN)
            Guard.NotNaN(samples, nameof(samples));
        return new Symbols(codes, histogram, range.Outside);
    }

    private static unsafe (int[] Codes, int[] Histogram) Intern<T, TRule, TCell>(
        Samples<T> samples, TRule rule, BlockWatch<T>? watch, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IBinRule<T>
        where TCell : unmanaged, IBinaryInteger<TCell>
    {
        bool keysDecide = RowHash.IsOneToOne(samples.Dimension * sizeof(TCell));
        using Rented<TCell> rented = new(keysDecide ? 0 : samples.Values.Length);
        fixed (T* values = samples.Values)
        fixed (TCell* cells = rented.Array)
        {
            return RowInterner.Intern(
                new BinnedRows<T, TRule, TCell>(values, samples.Count, samples.Dimension, rule, watch, keysDecide ? null : cells), options);
        }
    }
}
