using System.Numerics;

namespace MutualInfo.Discrete;

/// <summary>
/// A discretizer whose bins can be known before the data: a number then has the same bin in every batch, and the bins of a sample
/// are a key that names its symbol anywhere.
/// </summary>
internal interface IStableDiscretizer : IInterruptibleDiscretizer
{
    /// <summary>Gets whether the bins are known, rather than laid by the samples.</summary>
    bool IsStable { get; }

    /// <summary>Gets how many bins a number can have; null where they are numbered by a double, 8 bytes in a key.</summary>
    int? BinCount { get; }

    /// <summary>Writes the bins of some samples, which this discretizer has encoded before and so not refused.</summary>
    /// <param name="samples">Shape <c>(n, d)</c>.</param>
    /// <param name="rows">Which samples.</param>
    /// <param name="keys">Receives d cells for each of them.</param>
    void WriteKeys<T>(Samples<T> samples, ReadOnlySpan<int> rows, Span<byte> keys) where T : unmanaged, IFloatingPointIeee754<T>;
}
