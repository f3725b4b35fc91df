using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>A layer that adds a term of its own to the loss: a forward pass computes it, a backward pass adds its derivatives.</summary>
public interface IPenalizingLayer<T> : ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets the term of the last forward pass, in nats, as it enters the loss: averaged over the batch, and with its weight.</summary>
    double Penalty { get; }
}
