using MutualInfo.Kernels;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Support;

/// <summary>
/// What the tests of <see cref="BackendFactAttribute"/> and <see cref="BackendTheoryAttribute"/> compute on. Another backend's tests compile the
/// same files with a type of this name of their own.
/// </summary>
internal static class TestBackend
{
    /// <summary>The seeds of a law.</summary>
    public const int SeedCount = 10;

    /// <summary>A law takes one in so many of the data sets.</summary>
    public const int EveryDataSet = 1;

    /// <summary>More samples than this are left out.</summary>
    public const int MostSamples = int.MaxValue;

    /// <summary>More samples than this are left out of laws of eigenvalues, which visit many matrices.</summary>
    public const int MostInSpectra = int.MaxValue;

    /// <summary>Nats of an entropy of row sums. They are accurate to 1e-13; the logarithm makes that absolute. Reason: summation order.</summary>
    public const double OfRowSums = 1e-13;

    /// <summary>
    /// Nats of an entropy of a spectrum: 1e-11 bits, the bound of reliability.md for orders from 0.9 on: rounding of n eigenvalues times
    /// the slope of λ^α.
    /// </summary>
    public const double OfSpectra = 1e-11 * 0.6931471805599453;

    public static IComputeBackend Instance => CpuBackend.Shared;

    public static EstimationOptions Options => EstimationOptions.Default;

    /// <summary>Whether estimators that promise these things are part of the laws.</summary>
    public static bool IsAskedFor(Promises promises) => true;
}
