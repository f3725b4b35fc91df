using MutualInfo.Discrete;
using MutualInfo.Kernels;
using static System.FormattableString;

namespace MutualInfo.Tool.Verification.Tasks;

/// <summary>The 40 tasks, each estimator judged by what it can know of the truth and not by the truth itself.</summary>
internal static class TaskChecks
{
    public const string Group = "benchmark tasks";
    public const int SampleCount = 10_000;
    public const int SpectrumSampleCount = 2000;

    public static IEnumerable<Check> All(VerificationContext context) => BenchmarkTasks.All.SelectMany(task => Of(context, task));

    private static IEnumerable<Check> Of(VerificationContext context, BenchmarkTask task)
    {
        Lazy<TaskSample> sample = new(() => task.Sample(SampleCount, context.Random(task.Id)));
        string subject = Invariant($"{task.Number} {task.Id}");
        foreach (DiscreteEstimator estimator in (DiscreteEstimator[])[TaskEstimators.EqualWidth, TaskEstimators.EqualFrequency])
        {
            Lazy<MutualInformationEstimate> estimate = new(() => Estimate(context, estimator, sample.Value));
            if (TaskBands.Binning(task, estimator) is { } band)
                yield return new Check(Group, subject, estimator.ToString(), task.Truth, band, () => estimate.Value.Value.Nats);
            if (TaskBands.IsSaturated(task))
                yield return Saturation(subject, estimator, estimate);
            if (TaskBands.IsMostlySingletons(task))
            {
                yield return new Check(
                    Group, $"{subject}: share of singletons", estimator.ToString(), 0, Band.AtLeast(0.5, "mostly singletons"),
                    () => estimate.Value.Diagnostics.SingletonShare ?? double.NaN);
            }
        }

        if (TaskBands.KernelDensity(task) is { } density && (!context.Quick || TaskBands.IsCheap(task)))
        {
            KernelDensityEstimator estimator = TaskEstimators.KernelDensity(task);
            Lazy<MutualInformationEstimate> estimate = new(() => Estimate(context, estimator, sample.Value));
            yield return new Check(Group, subject, estimator.ToString(), task.Truth, density, () => estimate.Value.Value.Nats);
            if (TaskBands.IsSaturated(task))
                yield return Saturation(subject, estimator, estimate);
        }

        if (TaskBands.MatrixRenyi(task) is { } spectral && !context.Quick)
        {
            MatrixRenyiEstimator estimator = TaskEstimators.MatrixRenyi;
            yield return new Check(
                Group, subject, estimator.ToString(), task.Truth, spectral,
                () => Estimate(context, estimator, task.Sample(SpectrumSampleCount, context.Random(task.Id))).Value.Nats);
        }
    }

    /// <summary>The estimate says by itself that it knows nothing: both variables look all but unique.</summary>
    private static Check Saturation(string subject, IMutualInformationEstimator estimator, Lazy<MutualInformationEstimate> estimate) => new(
        Group, $"{subject}: saturation", estimator.ToString()!, 1, TaskBands.Saturation,
        () => Math.Min(estimate.Value.SaturationX, estimate.Value.SaturationY));

    private static MutualInformationEstimate Estimate(VerificationContext context, IMutualInformationEstimator estimator, TaskSample sample) =>
        context.Subject(estimator).Estimate(sample.X.AsSamples(), sample.Y.AsSamples(), context.Options);
}
