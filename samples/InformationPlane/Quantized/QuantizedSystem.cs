namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>One network of the analysis: its activation function and the bits of its quantisers.</summary>
/// <param name="Activation">tanh or ReLU.</param>
/// <param name="Bits">4 or 8; 32 for a network of floating-point numbers.</param>
public sealed record QuantizedSystem(ActivationFunction Activation, int Bits)
{
    public const int FloatingPoint = 32;

    public bool IsQuantized => Bits < FloatingPoint;

    public override string ToString() => FormattableString.Invariant($"{ActivationLayers.NameOf(Activation)}, {Bits} bit");
}
