using ILGPU.Runtime;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>How many threads a group has. Smaller on the emulator, where each is a thread of the system and every barrier costs milliseconds.</summary>
internal static class LaunchSizes
{
    /// <summary>Into what pieces a reduction is cut.</summary>
    public static ReductionShape Shape(Accelerator accelerator) =>
        accelerator.MaxNumThreadsPerGroup >= ReductionShape.OfGpu.ColumnGroup ? ReductionShape.OfGpu : ReductionShape.OfEmulator;

    /// <summary>l of the l × l threads that compute one tile of pairs.</summary>
    public static int TileLanes(Accelerator accelerator) => Shape(accelerator).Side / Kernels.PairTile.SamplesOfLane;

    /// <summary>The threads of a group that adds up vectors: a power of two, at most <see cref="Kernels.GroupSum.LargestGroup"/>.</summary>
    public static int VectorGroup(Accelerator accelerator, int wanted) => Math.Min(Shape(accelerator).ColumnGroup, wanted);
}
