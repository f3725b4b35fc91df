using System.Globalization;

namespace MutualInfo.Gpu.Work;

/// <summary>What went wrong on a device, as far as a user can act on it.</summary>
internal enum DeviceFault
{
    /// <summary>Nothing that another call on the same device could not survive.</summary>
    Other,

    /// <summary>An allocation failed.</summary>
    OutOfMemory,

    /// <summary>The device, or this process's hold on it, is gone: no later call can succeed.</summary>
    Lost,
}

/// <summary>What the driver says is not what a user can act on.</summary>
internal static class DeviceFailure
{
    /// <summary>The exception that a caller of the backend sees.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="device">The name of the device.</param>
    /// <param name="work">What it was asked for.</param>
    /// <param name="neededBytes">The bytes that the work needs.</param>
    /// <param name="freeBytes">The bytes that are free.</param>
    /// <param name="failure">What the driver says.</param>
    public static Exception Explained(DeviceFault fault, string device, string work, long neededBytes, long freeBytes, Exception failure) => fault switch
    {
        DeviceFault.OutOfMemory => new InsufficientMemoryException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{device} ran out of memory for {work}: {neededBytes:N0} bytes are needed and {freeBytes:N0} are free. Free what else runs on it, take fewer samples, or use CpuBackend."),
            failure),
        DeviceFault.Lost => new InvalidOperationException(
            $"{device} was lost at {work}: {failure.Message} Dispose of this backend and make a new one once the device is back, or use CpuBackend.", failure),
        _ => new InvalidOperationException($"{device} failed at {work}: {failure.Message} Use CpuBackend where it fails again.", failure),
    };
}
