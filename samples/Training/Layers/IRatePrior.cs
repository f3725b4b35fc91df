using System.Numerics;

namespace MutualInfo.Training.Layers;

/// <summary>What the rate of multiplicative log-normal noise is measured against: the prior of a unit's noisy value.</summary>
public interface IRatePrior<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gets what of the prior is learned; empty where nothing is.</summary>
    IReadOnlyList<Parameter<T>> Parameters { get; }

    /// <summary>Computes the divergence of every unit of every sample, in nats.</summary>
    /// <param name="values">f, 0 or more, before the noise.</param>
    /// <param name="deviations">α, the deviation of the logarithm of the noise.</param>
    /// <param name="rates">Receives the divergences.</param>
    void Rates(ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, Span<T> rates);

    /// <summary>Adds <c>weight · ∂(Σ rates)/∂f</c> and <c>…/∂α</c>, and sets the gradients of <see cref="Parameters"/>.</summary>
    void Differentiate(
        ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, T weight, Span<T> valueGradient, Span<T> deviationGradient);
}
