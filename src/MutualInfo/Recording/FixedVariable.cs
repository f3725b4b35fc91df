using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>A variable that stays as it is for the whole run, inputs or targets: symbols, or the recorder's own copy of samples.</summary>
internal sealed class FixedVariable<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Symbols? _symbols;
    private readonly T[] _values = [];
    private readonly int _dimension;

    public FixedVariable(Symbols symbols, string name)
    {
        Guard.NotEmpty(symbols, name);
        _symbols = symbols;
        Name = name;
        Count = symbols.Count;
    }

    public FixedVariable(Samples<T> samples, string name)
    {
        Guard.NotEmpty(samples, name);
        Guard.NotNaN(samples, name);
        _values = samples.Values.ToArray();
        _dimension = samples.Dimension;
        Name = name;
        Count = samples.Count;
    }

    /// <summary>Gets the name under which the caller gave it.</summary>
    public string Name { get; }

    /// <summary>Gets n.</summary>
    public int Count { get; }

    private Samples<T> Samples => MutualInfo.Samples.FromRows<T>(_values, _dimension);

    public Representation RepresentBy(IRepresentingEstimator estimator, EstimationOptions options) =>
        _symbols is { } symbols ? estimator.Represent(symbols, Name) : estimator.Represent(Samples, Name, options);

    public Representation[] RepresentByAll(
        ISweepingEstimator first, IReadOnlyList<IMutualInformationEstimator> variants, EstimationOptions options) =>
        _symbols is { } symbols ? first.RepresentAll(variants, symbols, Name) : first.RepresentAll(variants, Samples, [null], Name, options);

    /// <summary>Asks an estimator for the information of this variable, as x, and a layer, as y.</summary>
    public MutualInformationEstimate EstimateBefore(
        Samples<T> layer, string layerName, IMutualInformationEstimator estimator, EstimationOptions options)
    {
        if (_symbols is not null)
            return EstimateAfter(layer, layerName, estimator, options).Swapped();

        try
        {
            return estimator.Estimate(Samples, layer, options);
        }
        catch (ArgumentException refusal) when (refusal.ParamName is "x" or "y")
        {
            throw Renamed(refusal, estimator, refusal.ParamName == "x" ? Name : layerName);
        }
    }

    /// <summary>Asks an estimator for the information of a layer, as x, and this variable, as y.</summary>
    public MutualInformationEstimate EstimateAfter(
        Samples<T> layer, string layerName, IMutualInformationEstimator estimator, EstimationOptions options)
    {
        try
        {
            return _symbols is { } symbols ? estimator.Estimate(layer, symbols, options) : estimator.Estimate(layer, Samples, options);
        }
        catch (ArgumentException refusal) when (refusal.ParamName is "x" or "y")
        {
            throw Renamed(refusal, estimator, refusal.ParamName == "x" ? layerName : Name);
        }
    }

    // The estimator speaks of x and y; who records knows inputs, targets and activations.
    private static ArgumentException Renamed(ArgumentException refusal, IMutualInformationEstimator estimator, string name) =>
        new($"{estimator} refused {name}: {refusal.Message}", name, refusal);
}
