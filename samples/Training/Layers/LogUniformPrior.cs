using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>The log-uniform prior, for ReLU: <c>KL = −ln(α / α_max)</c>, with the free constant such that the noisiest unit costs nothing.</summary>
/// <remarks>
/// Charged for a unit of value 0 as well, as the program of Achille and Soatto does, although the prior has an atom there and the
/// divergence would be the constant −ln q₀.
/// </remarks>
/// <param name="largestDeviation">α_max, the α at which the rate is 0.</param>
public sealed class LogUniformPrior<T>(double largestDeviation) : IRatePrior<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public IReadOnlyList<Parameter<T>> Parameters => [];

    public void Rates(ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, Span<T> rates)
    {
        TensorPrimitives.Log(deviations, rates);
        TensorPrimitives.Subtract(T.CreateChecked(Math.Log(largestDeviation)), rates, rates);
    }

    public void Differentiate(
        ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, T weight, Span<T> valueGradient, Span<T> deviationGradient)
    {
        for (int i = 0; i < deviations.Length; i++)
            deviationGradient[i] -= weight / deviations[i];
    }
}
