using System.Numerics;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>
/// A discretizer that takes the estimator's options: it stops within 100 ms of a cancellation and keeps to the number of threads. Those
/// of the library are; its symbols are the same as without options.
/// </summary>
internal interface IInterruptibleDiscretizer : IDiscretizer
{
    /// <summary>Encodes samples as <see cref="IDiscretizer.Encode"/> does, with the same refusals, NaN among them.</summary>
    Symbols Encode<T>(Samples<T> samples, EstimationOptions options) where T : unmanaged, IFloatingPointIeee754<T> =>
        Count(samples, RowCodes.Shared, options);

    /// <summary>Makes of samples what <paramref name="counting"/> makes of rows, with the same refusals.</summary>
    TResult Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
