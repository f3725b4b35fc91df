using System.Numerics;

namespace MutualInfo.Discrete;

/// <summary>
/// A discretizer that looks over the samples once for variants of itself, which differ from it in the number of bins.
/// </summary>
internal interface ISweepingDiscretizer : IInterruptibleDiscretizer
{
    /// <summary>Whether another discretizer is such a variant. Reflexive, symmetric and transitive.</summary>
    bool IsVariant(IDiscretizer other);

    /// <summary>Encodes samples as each variant does, to the last code.</summary>
    Symbols[] EncodeAll<T>(IReadOnlyList<IDiscretizer> variants, Samples<T> samples, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
