using System.Numerics;

namespace MutualInfo.Discrete.Primitives;

/// <summary>Finds the extremes of a layer on its way to the bins, so that no pass of its own is needed for them.</summary>
internal sealed class ExtremesWatch<T> : BlockWatch<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lock _merging = new();

    /// <summary>Gets the extremes of what has passed; an end is not finite where a number was NaN or infinite.</summary>
    public Extremes<T> Extremes { get; private set; } = Extremes<T>.None;

    /// <inheritdoc/>
    public override bool Admits(ReadOnlySpan<T> block)
    {
        Extremes<T> ofBlock = Extremes<T>.None.With(block);
        lock (_merging)
            Extremes = Extremes.With(ofBlock);
        return ofBlock.AreFinite;
    }
}
