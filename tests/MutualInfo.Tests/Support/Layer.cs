using System.Numerics;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.Support;

/// <summary>Samples that own their numbers, of either precision: tests that iterate over files do not know the type beforehand.</summary>
internal abstract class Layer(int count, int dimension)
{
    public int Count { get; } = count;

    public int Dimension { get; } = dimension;

    public abstract double[] ToDoubles();

    public abstract Layer Column(int column);

    public abstract Symbols Encode(IDiscretizer discretizer);

    public abstract MutualInformationEstimate Estimate(IMutualInformationEstimator estimator, Symbols y);

    public abstract double[] Edges(EqualFrequencyBins bins);

    public abstract double[] Edges(EntropyBasedAdaptiveBins bins);

    /// <summary>Two layers may differ in precision; kernel estimators compute in double anyway.</summary>
    public MutualInformationEstimate EstimateInDouble(IMutualInformationEstimator estimator, Layer other) =>
        estimator.Estimate(
            Samples.FromRows<double>(ToDoubles(), Dimension), Samples.FromRows<double>(other.ToDoubles(), other.Dimension));
}

internal sealed class Layer<T>(T[] values, int dimension) : Layer(values.Length / dimension, dimension)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Samples<T> AsSamples() => Samples.FromRows<T>(values, Dimension);

    public override double[] ToDoubles() => Array.ConvertAll(values, double.CreateTruncating);

    public override Layer Column(int column) =>
        new Layer<T>([.. Enumerable.Range(0, Count).Select(row => values[row * Dimension + column])], 1);

    public override Symbols Encode(IDiscretizer discretizer) => discretizer.Encode(AsSamples());

    public override MutualInformationEstimate Estimate(IMutualInformationEstimator estimator, Symbols y) => estimator.Estimate(AsSamples(), y);

    public override double[] Edges(EqualFrequencyBins bins) => Array.ConvertAll(bins.OfLayer(AsSamples(), EstimationOptions.Default).Of(0).ToArray(), double.CreateTruncating);

    public override double[] Edges(EntropyBasedAdaptiveBins bins) => Array.ConvertAll(bins.Edges(AsSamples(), EstimationOptions.Default), double.CreateTruncating);
}
