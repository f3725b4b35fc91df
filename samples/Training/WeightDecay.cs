using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training;

/// <summary>L2 regularisation: <c>strength · Σ ½w²</c> over some parameters, added to the loss.</summary>
public sealed class WeightDecay<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Parameter<T>[] _parameters;

    public WeightDecay(IEnumerable<Parameter<T>> parameters, double strength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(strength);
        _parameters = [.. parameters];
        Strength = strength;
    }

    public double Strength { get; }

    /// <summary>Computes what is added to the loss.</summary>
    public double Penalty
    {
        get
        {
            double sum = 0;
            foreach (Parameter<T> parameter in _parameters)
            {
                foreach (T weight in parameter.Value.Values)
                    sum += double.CreateChecked(weight * weight);
            }

            return Strength / 2 * sum;
        }
    }

    /// <summary>Adds its derivatives to the gradients that a backward pass has set.</summary>
    public void AddGradients()
    {
        foreach (Parameter<T> parameter in _parameters)
        {
            TensorPrimitives.MultiplyAdd(
                parameter.Value.Values, T.CreateChecked(Strength), parameter.Gradient.Values, parameter.Gradient.Values);
        }
    }
}
