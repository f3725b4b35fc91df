using System.Numerics;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Internal;

namespace MutualInfo.Discrete;

/// <summary>No binning: two samples share a symbol where all their numbers are equal. Exact for truly discrete layers, such as quantised ones.</summary>
/// <remarks>
/// −0 equals +0; infinities are symbols; NaN is refused. For a continuous layer every sample is its own symbol and H = ln n:
/// see the saturation of the estimate. Cost: O(n·d).
/// </remarks>
public sealed record ExactRows : IInterruptibleDiscretizer
{
    /// <inheritdoc/>
    public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> =>
        ((IInterruptibleDiscretizer)this).Encode(samples, EstimationOptions.Default);

    /// <inheritdoc/>
    public override string ToString() => "exact rows";

    TResult IInterruptibleDiscretizer.Count<T, TResult>(Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
    {
        Guard.NotEmpty(samples, nameof(samples));
        return RowInterner.CountNumbers(samples, nameof(samples), counting, options);
    }
}
