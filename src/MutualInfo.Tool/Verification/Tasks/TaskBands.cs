using MutualInfo.Discrete;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>
/// Where each estimator must lie on a task: around the independent baseline, and near the truth only where that is within its reach.
/// </summary>
internal static class TaskBands
{
    private static readonly HashSet<int> _saturated = [14, 15, 19, 28, 31, 34, 37];
    private static readonly HashSet<int> _mostlySingletons = [13, 18, 27, 33, 36];

    /// <summary>Gaussian pairs whose maps leave no long tail: 10 bins of equal width, and kernels, see most of the information.</summary>
    private static readonly HashSet<int> _gaussianFamily = [1, 2, 5, 6, 10];

    /// <summary>Student-t tasks that no map has tamed: the range and the standard deviation are those of the largest sample.</summary>
    private static readonly HashSet<int> _heavyTails = [8, 20, 21, 22, 23, 24, 25];

    // Measured ranges follow the two largest samples of each coordinate. At n = 10 000 the standard deviation of the range is 5 % for
    // normal numbers, 7 % for their half-cubes, and 9 % for asinh of a Student-t, whose tails are exponential; the estimate's relative
    // change is of that order, and up to a few times that where most cells hold one sample. Bands allow for about three of these, 30 %, in
    // the sample and in the baseline, which is itself of one seed: √2 times that.
    private static readonly HashSet<int> _wideRanges = [7, 9, 29, 30, 38, 39, 40];

    /// <summary>Gets the least saturation on the tasks of 25 dimensions and more.</summary>
    public static Band Saturation { get; } = Band.AtLeast(0.98, "I ≤ H(X), H(Y)");

    public static bool IsSaturated(BenchmarkTask task) => _saturated.Contains(task.Number);

    public static bool IsMostlySingletons(BenchmarkTask task) => _mostlySingletons.Contains(task.Number);

    /// <summary>Whether n² kernels are cheap enough for a quick run.</summary>
    public static bool IsCheap(BenchmarkTask task) => task.Number <= 10;

    public static Band? Binning(BenchmarkTask task, DiscreteEstimator estimator)
    {
        Baseline baseline = Baselines.ByTask[task.Number];
        if (estimator == TaskEstimators.EqualFrequency)
        {
            // Ranks do not see the marginal distributions, so task 7 belongs to the family here.
            return Near(task, baseline.EqualFrequency, _gaussianFamily.Contains(task.Number) || task.Number == 7);
        }

        if (_heavyTails.Contains(task.Number))
            return null;
        return _wideRanges.Contains(task.Number)
            ? Band.Around(baseline.EqualWidth, 0.03 + 0.42 * baseline.EqualWidth, "baseline ± 0.03 ± 42 %, the range is the tails'")
            : Near(task, baseline.EqualWidth, _gaussianFamily.Contains(task.Number));
    }

    public static Band? KernelDensity(BenchmarkTask task) => _heavyTails.Contains(task.Number)
        ? null
        : Near(task, Baselines.ByTask[task.Number].KernelDensity, _gaussianFamily.Contains(task.Number) || task.Number == 7);

    public static Band? MatrixRenyi(BenchmarkTask task) => _heavyTails.Contains(task.Number)
        ? null
        : Near(task, Baselines.ByTask[task.Number].MatrixRenyi, false);

    private static Band Near(BenchmarkTask task, double baseline, bool reachesTruth)
    {
        // Close to ln n there is no room for chance: nearly every sample is alone.
        if (baseline > 9)
            return Band.Around(baseline, 0.1, "baseline ± 0.1").And(new Band(0, Math.Log(TaskChecks.SampleCount) + Band.Rounding, "at most ln n"));
        Band band = Band.Around(baseline, 0.03 + 0.1 * baseline, "baseline ± 0.03 ± 10 %");
        if (!reachesTruth)
            return band;
        // The information density of a Gaussian pair has variance ρ² = 1 − e^(−2I), whatever increasing maps follow.
        double error = Math.Sqrt((1 - Math.Exp(-2 * task.Truth)) / TaskChecks.SampleCount);
        return band.And(Band.Around(task.Truth, 0.15 * task.Truth + 3 * error, "truth ± 15 % ± 3 standard errors"));
    }
}
