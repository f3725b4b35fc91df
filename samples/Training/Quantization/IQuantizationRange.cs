using System.Numerics;

namespace MutualInfo.Training.Quantization;

/// <summary>Decides over which range a fake quantiser lays its grid.</summary>
public interface IQuantizationRange<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Gives the range for the values that are about to be quantised.</summary>
    (T Low, T High) Around(ReadOnlySpan<T> values);
}
