using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Layers;

/// <summary>A log-normal prior whose log-mean μ and log-deviation σ are learned, one pair for the layer; for softplus.</summary>
/// <remarks><c>KL = ½[(α/σ)² + (ln f − μ)²/σ² − 1] + ln(σ/α)</c>. Source: Achille and Soatto (2018); f is taken as at least 1e−4.</remarks>
public sealed class LogNormalPrior<T> : IRatePrior<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double Floor = 1e-4;

    public LogNormalPrior()
    {
        Deviation.Value.Values.Fill(T.One);
        Parameters = [Mean, Deviation];
    }

    /// <summary>Gets μ, at first 0.</summary>
    public Parameter<T> Mean { get; } = new(1, 1);

    /// <summary>Gets σ, at first 1.</summary>
    public Parameter<T> Deviation { get; } = new(1, 1);

    public IReadOnlyList<Parameter<T>> Parameters { get; }

    public void Rates(ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, Span<T> rates)
    {
        T mean = Mean.Value.Values[0], inverse = T.One / Deviation.Value.Values[0], half = T.CreateChecked(0.5);

        // ½[a² + m² − 1] − ln a, where a = α/σ and m = (ln f − μ)/σ.
        TensorPrimitives.Max(values, T.CreateChecked(Floor), rates);
        TensorPrimitives.Log(rates, rates);
        for (int i = 0; i < rates.Length; i++)
        {
            T a = deviations[i] * inverse, m = (rates[i] - mean) * inverse;
            rates[i] = (half * ((a * a) + (m * m) - T.One)) - T.Log(a);
        }
    }

    public void Differentiate(
        ReadOnlySpan<T> values, ReadOnlySpan<T> deviations, T weight, Span<T> valueGradient, Span<T> deviationGradient)
    {
        T mean = Mean.Value.Values[0], inverse = T.One / Deviation.Value.Values[0], floor = T.CreateChecked(Floor);
        double byMean = 0, byDeviation = 0;
        for (int i = 0; i < values.Length; i++)
        {
            T a = deviations[i] * inverse, m = (T.Log(T.Max(values[i], floor)) - mean) * inverse;
            if (values[i] > floor)
                valueGradient[i] += weight * m * inverse / values[i];
            deviationGradient[i] += weight * ((a * inverse) - (T.One / deviations[i]));
            byMean -= double.CreateChecked(m);
            byDeviation += double.CreateChecked(T.One - (a * a) - (m * m));
        }

        Mean.Gradient.Values[0] = weight * inverse * T.CreateChecked(byMean);
        Deviation.Gradient.Values[0] = weight * inverse * T.CreateChecked(byDeviation);
    }
}
