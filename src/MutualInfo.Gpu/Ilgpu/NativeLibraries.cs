using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Lets ILGPU find the libraries of the drivers on Linux, where often only their versioned names exist.</summary>
/// <remarks>
/// ILGPU opens <c>libcuda.so</c>, a name that only developers' packages install; where a driver brought <c>libcuda.so.1</c> alone it would report
/// no device and no error. On WSL it has a resolver of its own, which must stay.
/// </remarks>
internal static class NativeLibraries
{
    private const string WslDriver = "/usr/lib/wsl/lib";

    public static void Find()
    {
        if (!OperatingSystem.IsLinux() || Directory.Exists(WslDriver))
            return;
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Resolve);
        }
        catch (InvalidOperationException)
        {
            // An assembly has one resolver: another part of the process has set it before, and answers instead.
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string? versioned = name switch
        {
            "cuda" or "libcuda.so" => "libcuda.so.1",
            "OpenCL" or "libOpenCL.so" => "libOpenCL.so.1",
            _ => null,
        };

        // 0 leaves the name to the usual search.
        return versioned is not null && NativeLibrary.TryLoad(versioned, out nint handle) ? handle : 0;
    }
}
