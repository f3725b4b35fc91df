namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>One network of the comparison: its activation function, and how strongly its weights are held down.</summary>
/// <param name="Activation">The activation function of the hidden layers.</param>
/// <param name="Decay">The strength of L2 on all weights but those of the output layer; 0 for none.</param>
public sealed record AdaptiveSystem(ActivationFunction Activation, double Decay)
{
    public override string ToString() => ActivationLayers.NameOf(Activation) + (Decay > 0 ? FormattableString.Invariant($", L2 {Decay}") : "");
}
