using System.Globalization;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>What a benchmark records of a device, from what ILGPU knows of it.</summary>
internal static class FiguresReport
{
    public static DeviceFigures Of(Device device)
    {
        string library = $"ILGPU {typeof(Context).Assembly.GetName().Version?.ToString(3)}";
        return device switch
        {
            CudaDevice cuda => new(library, $"CUDA {cuda.DriverVersion}, compute capability {cuda.Architecture}", cuda.NumMultiprocessors, cuda.ClockRate, Peak(cuda)),
            CLDevice openCL => new(library, $"OpenCL {openCL.DeviceVersion} of {openCL.VendorName}", openCL.NumMultiprocessors, openCL.ClockRate, null),
            _ => new(library, string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version}"), device.NumMultiprocessors, 0, null),
        };
    }

    private static double? Peak(CudaDevice device) => device.Architecture is { } architecture && DoubleUnits(architecture.Major, architecture.Minor) is { } units
        ? 2e6 * units * device.NumMultiprocessors * device.ClockRate
        : null;

    // Results of double-precision instructions per cycle and multiprocessor: the table of throughputs in the CUDA C++ Programming Guide.
    private static int? DoubleUnits(int major, int minor) => (major, minor) switch
    {
        (6, 0) or (7, 0) or (8, 0) => 32,
        (9, 0) => 64,
        (6, _) => 4,
        (7, 5) or (8, 6) or (8, 9) => 2,
        _ => null,
    };
}
