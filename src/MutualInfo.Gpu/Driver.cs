using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu;

/// <summary>Where the devices come from. The methods without a body are implemented in the folder Ilgpu, where ILGPU is part of the build.</summary>
internal static partial class Driver
{
    /// <summary>What is said where this build holds no ILGPU.</summary>
    public const string Missing =
        "This build of MutualInfo.Gpu was made without ILGPU, which its package sources did not have. Install the published package, or build with -p:UseGpu=true.";

    private static readonly Lazy<IGpuDriver?> _driver = new(static () =>
    {
        IGpuDriver? driver = null;
        Find(ref driver);
        return driver;
    });

    /// <summary>Gets the driver; null where ILGPU is not part of the build.</summary>
    public static IGpuDriver? Instance => _driver.Value;

    /// <summary>The assembly language of every kernel for a Hopper GPU, by the kernel's name, made without a device or a driver; empty without ILGPU.</summary>
    public static IReadOnlyDictionary<string, string> Assemblies()
    {
        Dictionary<string, string> assemblies = [];
        Compile(assemblies);
        return assemblies;
    }

    /// <summary>What an error of CUDA or OpenCL means, by its name: for tests, which have no device that fails. Nothing without ILGPU.</summary>
    public static DeviceFault FaultOf(string error)
    {
        DeviceFault fault = DeviceFault.Other;
        Judge(error, ref fault);
        return fault;
    }

    static partial void Find(ref IGpuDriver? driver);

    static partial void Compile(Dictionary<string, string> assemblies);

    static partial void Judge(string error, ref DeviceFault fault);
}
