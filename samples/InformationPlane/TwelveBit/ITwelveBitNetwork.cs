using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes;

/// <summary>A network 12-10-7-5-4-3-2; its layers T1 … T5 are the hidden activations and T6 the softmax.</summary>
public interface ITwelveBitNetwork
{
    /// <summary>Gets the layers up to the logits: what is trained.</summary>
    ILayer<float> Layers { get; }

    /// <summary>Runs samples through the network, without learning anything from them.</summary>
    /// <param name="inputs">Shape <c>(12, n)</c>.</param>
    /// <returns>T1 … T6, each of shape <c>(width, n)</c>; they are overwritten by the next pass, training included.</returns>
    IReadOnlyList<Matrix<float>> Evaluate(Matrix<float> inputs);
}
