using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using MutualInfo.Gpu.Ilgpu.Kernels;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Compiles every kernel to PTX, which needs neither a device nor a driver: what a test can say of the code of a GPU without one.</summary>
internal static class KernelAssemblies
{
    private static readonly Delegate[] _grouped =
    [
        RowSumKernel.Partial,
        RowSumKernel.PartialAt,
        SingleRowSumKernel.Partial,
        GramKernel.Store,
        PowerTraceKernel.Partial,
        HouseholderColumnKernel.Next,
        SymmetricProductKernel.Partial,
        PanelUpdateKernel.Apply,
        EigenvalueKernel.Bound,
        EigenvalueKernel.Bisect,
    ];

    public static void AddTo(Dictionary<string, string> assemblies)
    {
        using Context context = Context.Create(static builder => IlgpuDriver.Configure(builder));
        using PTXBackend backend = new(context, CudaArchitecture.SM_90, CudaInstructionSet.ISA_88, null!); // No NVVM: its library comes with a driver.
        foreach (Delegate kernel in _grouped)
            Add(assemblies, backend, kernel.Method, EntryPointDescription.FromExplicitlyGroupedKernel(kernel.Method));
        MethodInfo total = ((Delegate)RowSumKernel.Total).Method;
        Add(assemblies, backend, total, EntryPointDescription.FromImplicitlyGroupedKernel(total));
    }

    private static void Add(Dictionary<string, string> assemblies, PTXBackend backend, MethodInfo method, in EntryPointDescription entry)
    {
        var compiled = (PTXCompiledKernel)backend.Compile(entry, KernelSpecialization.Empty);
        assemblies[$"{method.DeclaringType!.Name}.{method.Name}"] = compiled.PTXAssembly;
    }
}
