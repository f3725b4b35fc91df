using System.Numerics;
using System.Numerics.Tensors;

namespace MutualInfo.Training.Quantization;

/// <summary>
/// The average of the ranges of past batches, each widened to contain 0 and counting 0.1 % of what came before: it begins as [−6, 6]
/// and follows slowly.
/// </summary>
/// <remarks>As TensorFlow's moving-average quantiser. An evaluation must not move it: set <see cref="Phase"/>.</remarks>
public sealed class MovingAverageRange<T> : IQuantizationRange<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T _share = T.CreateChecked(1 - Decay);

    /// <summary>The share of the old ends that a training step keeps.</summary>
    public const double Decay = 0.999;

    public TrainingPhase Phase { get; set; } = TrainingPhase.Training;

    public T Low { get; private set; } = T.CreateChecked(-6);

    public T High { get; private set; } = T.CreateChecked(6);

    public (T Low, T High) Around(ReadOnlySpan<T> values)
    {
        if (Phase == TrainingPhase.Training)
        {
            // old − (old − new)·share, the order of TensorFlow's moving averages.
            Low -= (Low - T.Min(T.Zero, TensorPrimitives.Min(values))) * _share;
            High -= (High - T.Max(T.Zero, TensorPrimitives.Max(values))) * _share;
        }

        return (Low, High);
    }
}
