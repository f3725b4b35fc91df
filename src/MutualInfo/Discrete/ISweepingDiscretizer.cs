using System.Numerics;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Discrete;

/// <summary>
/// A discretizer that looks over the samples once for variants of itself, which differ from it in the number of bins.
/// </summary>
internal interface ISweepingDiscretizer : IInterruptibleDiscretizer
{
    /// <summary>Whether another discretizer is such a variant. Reflexive, symmetric and transitive.</summary>
    bool IsVariant(IDiscretizer other);

    /// <summary>Makes of samples what each variant makes of them by itself, to the last count and code.</summary>
    TResult[] CountAll<T, TResult>(
        IReadOnlyList<IDiscretizer> variants, Samples<T> samples, IRowCounting<TResult> counting, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
