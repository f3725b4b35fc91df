using ILGPU;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu.Kernels;

/// <summary>Device memory, as the arithmetic of the core reads it.</summary>
internal readonly struct DeviceNumbers(ArrayView<double> view) : INumbers
{
    private readonly ArrayView<double> _view = view;

    public double this[long index]
    {
        get => _view[index];
        set => _view[index] = value;
    }
}
