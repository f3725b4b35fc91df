using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>The devices that ILGPU finds. One context for the whole process.</summary>
internal sealed class IlgpuDriver : IGpuDriver
{
    private readonly Context _context;
    private readonly Device[] _devices;

    private const int ThreadsOfWideEmulator = 256;

    // The emulator has groups of four threads: each is a thread of the system, and a barrier of more of them takes milliseconds.
    public IlgpuDriver()
    {
        NativeLibraries.Find();
        _context = Context.Create(static builder => Configure(builder.Cuda().OpenCL(UsableOpenCL)).CPU(new CPUDevice(4, 1, 1)).CPU(new CPUDevice(32, ThreadsOfWideEmulator / 32, 1)));
        // CUDA before OpenCL: an NVIDIA card shows up as both.
        _devices = [.. _context.Devices.OrderBy(device => KindOf(device)).ThenBy(device => IsWideEmulator(device))];
        GpuDevice[] all = [.. _devices.Select((device, i) => new GpuDevice(device.Name, KindOf(device), device.MemorySize, i))];
        Devices = all[..^1];
        WideEmulator = all[^1];
    }

    public IReadOnlyList<GpuDevice> Devices { get; }

    public GpuDevice WideEmulator { get; }

    /// <summary>The settings that every context has, those of the tests that only compile as well: no call is left in a kernel.</summary>
    public static Context.Builder Configure(Context.Builder builder) =>
        builder.EnableAlgorithms().Optimize(OptimizationLevel.O2).Inlining(InliningMode.Aggressive);

    public IGpuEngine Open(GpuDevice device) => new IlgpuEngine(_devices[device.Index], _context, device);

    public DeviceFigures FiguresOf(GpuDevice device) => FiguresReport.Of(_devices[device.Index]);

    private static bool UsableOpenCL(CLDevice device) => device.Capabilities.Float64 && device.Capabilities.GenericAddressSpace;

    private static bool IsWideEmulator(Device device) =>
        KindOf(device) == GpuDeviceKind.Emulator && device.MaxNumThreadsPerGroup == ThreadsOfWideEmulator;

    private static GpuDeviceKind KindOf(Device device) => device.AcceleratorType switch
    {
        AcceleratorType.Cuda => GpuDeviceKind.Cuda,
        AcceleratorType.OpenCL => GpuDeviceKind.OpenCL,
        _ => GpuDeviceKind.Emulator,
    };
}
