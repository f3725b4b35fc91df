using System.Numerics;

namespace MutualInfo.Training.Quantization;

/// <summary>A range that does not change.</summary>
public sealed class GivenRange<T>(T low, T high) : IQuantizationRange<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public (T Low, T High) Around(ReadOnlySpan<T> values) => (low, high);
}
