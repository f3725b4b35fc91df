using ILGPU.Runtime;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>How many threads a group has. Smaller on the emulator, where each is a thread of the system and every barrier costs milliseconds.</summary>
internal static class LaunchSizes
{
    /// <summary>l of the l × l threads that compute one tile of pairs.</summary>
    public static int TileLanes(Accelerator accelerator) => accelerator.MaxNumThreadsPerGroup >= 256 ? 16 : 2;

    /// <summary>The threads of a group that adds up vectors: a power of two, at most <see cref="Kernels.GroupSum.LargestGroup"/>.</summary>
    public static int VectorGroup(Accelerator accelerator, int wanted) => accelerator.MaxNumThreadsPerGroup >= wanted ? wanted : 2;
}
