using MutualInfo.Gpu.Tests.Support;

namespace MutualInfo.Tests.Laws;

/// <summary>Where the laws of the CPU's tests are held here: on the emulator, for the estimators that visit pairs, at the sizes that it can do.</summary>
internal static class LawSettings
{
    public static EstimationOptions Options => new() { Backend = Emulator.Backend };

    public static int LargestCount => 9;

    // Counting never asks a backend.
    public static bool Concerns(Specimen specimen) => (specimen.Promises & (Promises.KernelDensity | Promises.MatrixRenyi)) != 0;
}
