using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Quantization;

/// <summary>The least and the greatest of the values at hand: of the batch in training, of all samples in an evaluation.</summary>
public sealed class CurrentRange<T> : IQuantizationRange<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public (T Low, T High) Around(ReadOnlySpan<T> values) => (TensorPrimitives.Min(values), TensorPrimitives.Max(values));
}
