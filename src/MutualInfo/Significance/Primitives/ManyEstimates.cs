using MutualInfo.Hardware;
using MutualInfo.Kernels;

namespace MutualInfo.Significance.Primitives;

/// <summary>
/// Many estimates that do not depend on one another: one to a core where they are small, else one after another on all cores.
/// </summary>
internal static class ManyEstimates
{
    // A matrix of 1024 samples takes 8 MB: as many of those as there are cores are no burden, and one of them alone does not keep
    // all cores busy.
    private const int LargestShared = 1024;

    /// <summary>
    /// Whether an estimate should have the machine to itself: its matrices are large, or a device computes them.
    /// </summary>
    public static bool TakesAllCores(IMutualInformationEstimator estimator, int count) =>
        estimator is MatrixRenyiEstimator { Order: not 2 } && count > LargestShared;

    /// <summary>
    /// Calls the body once for each index, with options for what it computes inside. The results cannot depend on the threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token of the options was cancelled.</exception>
    public static void Run(int count, bool oneByOne, EstimationOptions options, Action<int, EstimationOptions> body)
    {
        EstimationOptions inside = options with { Progress = null };
        int done = 0;
        if (oneByOne || options.Backend is not CpuBackend)
        {
            for (int i = 0; i < count; i++)
                Do(i);
            return;
        }

        EachPart.Run(count, options, Do);

        void Do(int index)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            body(index, inside);
            options.Progress?.Report((double)Interlocked.Increment(ref done) / count);
        }
    }
}
