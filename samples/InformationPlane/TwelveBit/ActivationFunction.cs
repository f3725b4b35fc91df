namespace MutualInfo.InformationPlanes;

/// <summary>The activation function of the hidden layers.</summary>
public enum ActivationFunction
{
    Tanh,
    Relu,
    Abs,
    PRelu,
    Elu,
    Softplus,
    CentredSoftplus,
    Swish,
}
