using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Tests.Arithmetic;

/// <summary>An array, as the arithmetic of a device reads it.</summary>
internal readonly struct ArrayNumbers(double[] values) : INumbers
{
    private readonly double[] _values = values;

    public double this[long index]
    {
        get => _values[index];
        set => _values[index] = value;
    }
}
