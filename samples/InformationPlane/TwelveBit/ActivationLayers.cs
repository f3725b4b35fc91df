using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes;

/// <summary>The layers that compute the activation functions.</summary>
public static class ActivationLayers
{
    /// <summary>Makes a layer for some neurons.</summary>
    public static ILayer<float> Create(ActivationFunction function, int neurons) => function switch
    {
        ActivationFunction.Tanh => new Tanh<float>(),
        ActivationFunction.Relu => new Relu<float>(),
        ActivationFunction.Abs => new Abs<float>(),
        ActivationFunction.PRelu => new PRelu<float>(neurons),
        ActivationFunction.Elu => new Elu<float>(),
        ActivationFunction.Softplus => new Softplus<float>(),
        ActivationFunction.CentredSoftplus => new CentredSoftplus<float>(),
        ActivationFunction.Swish => new Swish<float>(),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "There is no layer for this activation function."),
    };

    /// <summary>Gives its name as the literature writes it.</summary>
    public static string NameOf(ActivationFunction function) => function switch
    {
        ActivationFunction.Relu => "ReLU",
        ActivationFunction.PRelu => "PReLU",
        ActivationFunction.Elu => "ELU",
        ActivationFunction.CentredSoftplus => "centred softplus",
        ActivationFunction.Swish => "Swish",
        _ => function.ToString().ToLowerInvariant(),
    };

    /// <summary>Gives the factor of the first weights: functions that blank half of what they are given need larger ones.</summary>
    /// <remarks>As Chelombiev et al. have it: 1 for tanh and the absolute value, 2 for all others.</remarks>
    public static double WeightScale(ActivationFunction function) => function is ActivationFunction.Tanh or ActivationFunction.Abs ? 1 : 2;
}
