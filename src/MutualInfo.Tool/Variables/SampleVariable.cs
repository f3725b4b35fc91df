using System.Numerics;
using MutualInfo.Multivariate;

namespace MutualInfo.Tool.Variables;

/// <summary>Samples that own their numbers.</summary>
internal sealed class SampleVariable<T>(T[] values, int count, int dimension) : Variable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override int Count => count;

    public override int Dimension => dimension;

    public Samples<T> AsSamples() => Samples.FromRows<T>(values, Math.Max(1, dimension));

    public override JointVariables AddTo(JointVariables others, string name) => others.Add(name, AsSamples());

    public override SampleVariable<TTo> ConvertTo<TTo>() =>
        new([.. values.Select(TTo.CreateTruncating)], count, dimension);

    /// <summary>The samples in double precision, each number divided by σ.</summary>
    public SampleVariable<double> DividedBy(double sigma) =>
        new([.. values.Select(value => double.CreateTruncating(value) / sigma)], count, dimension);
}
