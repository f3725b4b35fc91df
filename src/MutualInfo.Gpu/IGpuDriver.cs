namespace MutualInfo.Gpu;

/// <summary>The devices of this machine.</summary>
internal interface IGpuDriver
{
    /// <summary>Gets the devices, GPUs first.</summary>
    IReadOnlyList<GpuDevice> Devices { get; }

    /// <summary>Says of a device what a benchmark records.</summary>
    DeviceFigures FiguresOf(GpuDevice device);

    /// <summary>Opens a device: a queue of its own, and kernels compiled once for all that is computed on it.</summary>
    IGpuEngine Open(GpuDevice device);
}
