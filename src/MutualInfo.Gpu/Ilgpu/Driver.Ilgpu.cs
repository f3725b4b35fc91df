using ILGPU.Runtime.OpenCL;
using MutualInfo.Gpu.Ilgpu;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu;

internal static partial class Driver
{
    static partial void Find(ref IGpuDriver? driver) => driver = new IlgpuDriver();

    static partial void Compile(Dictionary<string, string> assemblies) => KernelAssemblies.AddTo(assemblies);

    // ILGPU asks the driver for the text of an error of CUDA, so that its exception cannot be made where there is none.
    static partial void Judge(string error, ref DeviceFault fault) =>
        fault = Enum.TryParse(error, out CLError openCL) ? DeviceFaults.Of(new CLException(openCL)) : DeviceFaults.OfCuda(error);
}
