namespace MutualInfo.Gpu.Tests.Support;

/// <summary>The kernels on the CPU, a thread of the system for each of theirs: it proves indexing and constructs, not the code of a device.</summary>
internal static class Emulator
{
    private static readonly Lazy<GpuBackend> _backend = new(static () => new GpuBackend(Device));

    /// <summary>Gets why there is no emulator; null where there is one.</summary>
    public static string? AbsenceReason => GpuBackend.Devices.Count == 0 ? Driver.Missing : null;

    public static GpuDevice Device => GpuBackend.Devices.Single(device => device.Kind == GpuDeviceKind.Emulator);

    /// <summary>Gets one backend for all tests, as a program would share it.</summary>
    public static GpuBackend Backend => _backend.Value;

    public static EstimationOptions OnDevice => new() { Backend = Backend };
}
