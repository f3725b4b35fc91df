using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Support;

/// <summary>The emulator under the laws, parities and known answers of the CPU's tests, whose files this project compiles as well.</summary>
/// <remarks>
/// What is asked is whether the kernels do what the CPU does, not more data: every launch and every barrier of the emulator costs as much as
/// thousands of samples on the CPU, so the laws take fewer data sets and shorter ones. The parities have every size up to 64.
/// </remarks>
internal static class TestBackend
{
    // Of the seeds 0 and 1 one data set in eight has 1, 2, 17 and the most samples, of every pairing of layers and labels.
    public const int SeedCount = 2;
    public const int EveryDataSet = 8;
    public const int MostSamples = 64;
    public const int MostInSpectra = 12;

    /// <summary>Nats of an entropy of row sums. They agree to 1e-12: distances by fused operations, an exponential of one ulp, and another order.</summary>
    public const double OfRowSums = 1e-12;

    /// <summary>Nats of an entropy of a spectrum: 1e-10 bits from order 0.9 on, for eigenvalues that are off by n·ε·‖A‖, times 100 at order 1.01.</summary>
    public const double OfSpectra = 1e-10 * 0.6931471805599453;

    public static IComputeBackend Instance => Emulator.Backend;

    public static EstimationOptions Options => Emulator.OnDevice;

    /// <summary>Counting estimators never ask a backend.</summary>
    public static bool IsAskedFor(Promises promises) => (promises & (Promises.KernelDensity | Promises.MatrixRenyi)) != 0;
}
