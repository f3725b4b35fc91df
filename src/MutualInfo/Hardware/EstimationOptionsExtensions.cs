using MutualInfo.Kernels;

namespace MutualInfo.Hardware;

/// <summary>What options mean for loops on the CPU.</summary>
internal static class EstimationOptionsExtensions
{
    /// <summary>
    /// The vectors to compute in: those of the CPU backend that was chosen; beside another backend, those of the shared one.
    /// </summary>
    public static VectorPath VectorPath(this EstimationOptions options) =>
        (options.Backend as CpuBackend ?? CpuBackend.Shared).Path;
}
