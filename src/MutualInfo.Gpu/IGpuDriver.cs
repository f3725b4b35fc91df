namespace MutualInfo.Gpu;

/// <summary>The devices of this machine.</summary>
internal interface IGpuDriver
{
    /// <summary>Gets the devices, GPUs first.</summary>
    IReadOnlyList<GpuDevice> Devices { get; }

    /// <summary>Says of a device what a benchmark records.</summary>
    DeviceFigures FiguresOf(GpuDevice device);

    /// <summary>Gets an emulator that has as many threads in a group as a GPU, for verifications that may take minutes. Not among <see cref="Devices"/>.</summary>
    GpuDevice WideEmulator { get; }

    /// <summary>Opens a device: a queue of its own, and kernels compiled once for all that is computed on it.</summary>
    IGpuEngine Open(GpuDevice device);
}
