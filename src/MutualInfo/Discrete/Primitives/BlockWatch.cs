using System.Numerics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>
/// Looks over the numbers of a layer on their way to the bins, block by block, while a block is in the nearest cache.
/// </summary>
internal abstract class BlockWatch<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets how many numbers lay outside a given range.</summary>
    public virtual long ValuesOutsideRange => 0;

    /// <summary>Looks over a block, and says whether it can be binned. Called by several threads.</summary>
    public abstract bool Admits(ReadOnlySpan<T> block);
}
