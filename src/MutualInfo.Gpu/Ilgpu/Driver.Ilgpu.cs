using MutualInfo.Gpu.Ilgpu;

namespace MutualInfo.Gpu;

internal static partial class Driver
{
    static partial void Find(ref IGpuDriver? driver) => driver = new IlgpuDriver();

    static partial void Compile(Dictionary<string, string> assemblies) => KernelAssemblies.AddTo(assemblies);
}
