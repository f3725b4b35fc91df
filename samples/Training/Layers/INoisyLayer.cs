using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>A layer whose output depends on noise, which stays from pass to pass until it is asked to change.</summary>
/// <remarks>
/// That is what lets a backward pass belong to its forward pass, two networks be compared on the same draw, and a gradient be checked
/// by differences. Until the first <see cref="Redraw"/> there is no noise.
/// </remarks>
public interface INoisyLayer<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Has the next forward pass draw new noise, which then stays for batches of the same size.</summary>
    void Redraw();

    /// <summary>Switches the noise off until the next <see cref="Redraw"/>.</summary>
    void Silence();
}
