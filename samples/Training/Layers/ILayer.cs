using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>One step of a network. Matrices are <c>(features, samples)</c>; the number of samples may change from pass to pass.</summary>
/// <remarks>
/// A layer owns what it returns and overwrites it in its next pass. It may keep the input of a forward pass until the backward pass
/// that belongs to it, so the caller leaves that input alone in between.
/// </remarks>
public interface ILayer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets what the last forward pass returned.</summary>
    Matrix<T> Output { get; }

    /// <summary>Gets what is learned; empty where nothing is.</summary>
    IReadOnlyList<Parameter<T>> Parameters { get; }

    Matrix<T> Forward(Matrix<T> input);

    /// <summary>Takes ∂loss/∂output of the last forward pass, sets the gradients of the parameters and returns ∂loss/∂input.</summary>
    Matrix<T> Backward(Matrix<T> outputGradient);
}
