using System.Globalization;

namespace MutualInfo.Gpu;

/// <summary>A device that a <see cref="GpuBackend"/> can be made for. Listed by <see cref="GpuBackend.Devices"/>.</summary>
/// <param name="Name">The name that its driver gives it.</param>
/// <param name="Kind">What it is driven by.</param>
/// <param name="MemoryBytes">The memory of the device in bytes.</param>
/// <param name="Index">Its place in the list, which tells two devices of one name apart.</param>
public sealed record GpuDevice(string Name, GpuDeviceKind Kind, long MemoryBytes, int Index)
{
    /// <summary>Says it in a few words, independent of the culture.</summary>
    public override string ToString() => Kind == GpuDeviceKind.Emulator
        ? $"{Name} (emulated on the CPU)"
        : string.Create(CultureInfo.InvariantCulture, $"{Name} ({Kind}, {MemoryBytes / (double)(1 << 30):0.#} GiB)");
}
