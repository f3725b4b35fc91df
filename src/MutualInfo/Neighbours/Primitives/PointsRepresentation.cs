using System.Numerics;
using System.Numerics.Tensors;
using MutualInfo.Internal;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Samples as a nearest-neighbour estimator sees them: n points of d numbers in double precision.</summary>
internal sealed class PointsRepresentation : Representation
{
    // Of two numbers up to this, the difference is finite.
    private static readonly double _farthest = Math.ScaleB(1, 1022);

    private readonly double[] _values;
    private readonly double _largest;

    private PointsRepresentation(double[] values, int dimension, string name)
    {
        _values = values;
        _largest = Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));
        Dimension = dimension;
        Name = name;
    }

    /// <summary>Checks samples, and copies them.</summary>
    public static PointsRepresentation Of<T>(Samples<T> samples, string paramName, FeatureScaling scaling, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.Finite(samples, paramName);
        options.CancellationToken.ThrowIfCancellationRequested();
        if (ScaledColumns.Of(samples, scaling) is { } scaled)
            return new PointsRepresentation(scaled, samples.Dimension, paramName);
        double[] values = GC.AllocateUninitializedArray<double>(samples.Values.Length);
        TensorPrimitives.ConvertTruncating(samples.Values, values);
        options.CancellationToken.ThrowIfCancellationRequested();
        return new PointsRepresentation(values, samples.Dimension, paramName);
    }

    /// <summary>The same points for each of several numbers of neighbours: there must be more samples than the most of them.</summary>
    public static Representation[] OfAll<T>(
        Samples<T> samples, int[] neighbours, string paramName, FeatureScaling scaling, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int number in neighbours)
            NeighbourGuard.RequireMoreSamples(samples.Count, number);
        Representation[] all = new Representation[neighbours.Length];
        Array.Fill(all, Of(samples, paramName, scaling, options));
        return all;
    }

    public override int Count => _values.Length / Dimension;

    /// <summary>Gets d.</summary>
    public int Dimension { get; }

    /// <summary>Gets what the caller calls the variable.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override Representation Permuted(ReadOnlySpan<int> order)
    {
        double[] values = new double[order.Length * Dimension];
        for (int i = 0; i < order.Length; i++)
            _values.AsSpan(order[i] * Dimension, Dimension).CopyTo(values.AsSpan(i * Dimension));
        return WithEntropy(new PointsRepresentation(values, Dimension, Name));
    }

    /// <summary>
    /// What the numbers of variables that are measured together are multiplied by, so that no difference overflows: 1, or ½ where
    /// they reach 4.5e307.
    /// </summary>
    public static double UnitOf(params ReadOnlySpan<PointsRepresentation> variables)
    {
        foreach (PointsRepresentation variable in variables)
        {
            if (variable._largest > _farthest)
                return 0.5;
        }

        return 1;
    }

    /// <summary>The points in a unit, shape (n, d), row-major.</summary>
    public ReadOnlyMemory<double> In(double unit)
    {
        if (unit == 1)
            return _values;
        double[] scaled = new double[_values.Length];
        TensorPrimitives.Multiply(_values, unit, scaled);
        return scaled;
    }
}
