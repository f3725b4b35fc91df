using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>Estimates of the benchmark tasks say by themselves which of them know nothing, and keep silent where they are near the truth.</summary>
public class TaskVerdictTests
{
    // Few samples are a harder case for every estimator, and these are enough to show it; at 10 000 nothing changes but the time.
    private const int Few = 1000;

    [Theory]
    [InlineData(14), InlineData(15), InlineData(19), InlineData(28), InlineData(31), InlineData(34), InlineData(37)]
    public void Verdict_TasksOf25DimensionsAndMore_AreSaturated(int number)
    {
        BenchmarkTask task = BenchmarkTasks.All[number - 1];
        TaskSample sample = task.Sample(Few, new RandomSource((ulong)number));
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])
            [TaskEstimators.EqualWidth, TaskEstimators.EqualFrequency, TaskEstimators.KernelDensity(task)])
        {
            Verdict verdict = estimator.Estimate(sample.X.AsSamples(), sample.Y.AsSamples()).Verdict;
            Assert.True(verdict.SaysNothing, $"{task.Id}, {estimator}: {verdict}");
            Assert.Equal(
                [VerdictSubject.X, VerdictSubject.Y],
                verdict.Findings.Where(finding => finding.Reason == VerdictReason.Saturated).Select(finding => finding.Subject));
        }
    }

    [Theory]
    [InlineData(13), InlineData(18), InlineData(27), InlineData(33), InlineData(36)]
    public void Verdict_TasksOf5Dimensions_AreMostlySingletons(int number)
    {
        BenchmarkTask task = BenchmarkTasks.All[number - 1];
        TaskSample sample = task.Sample(TaskChecks.SampleCount, new RandomSource((ulong)number));
        foreach (DiscreteEstimator estimator in (DiscreteEstimator[])[TaskEstimators.EqualWidth, TaskEstimators.EqualFrequency])
        {
            Verdict verdict = estimator.Estimate(sample.X.AsSamples(), sample.Y.AsSamples()).Verdict;
            Assert.True(verdict.SaysNothing && verdict.Has(VerdictReason.MostlySingletons), $"{task.Id}, {estimator}: {verdict}");
        }
    }

    // Tasks 1, 2, 5, 6, 7 and 10: the Gaussian family of 1 + 1 dimensions, within reach of ten bins and of kernels.
    [Theory]
    [InlineData(1), InlineData(2), InlineData(5), InlineData(6), InlineData(7), InlineData(10)]
    public void Verdict_GaussianFamilyOfOneDimension_FindsNothing(int number)
    {
        BenchmarkTask task = BenchmarkTasks.All[number - 1];
        TaskSample sample = task.Sample(TaskChecks.SampleCount, new RandomSource((ulong)number));
        foreach (DiscreteEstimator estimator in (DiscreteEstimator[])[TaskEstimators.EqualWidth, TaskEstimators.EqualFrequency])
        {
            Verdict verdict = estimator.Estimate(sample.X.AsSamples(), sample.Y.AsSamples()).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{task.Id}, {estimator}: {verdict}");
        }

        TaskSample fewer = task.Sample(2 * Few, new RandomSource((ulong)number));
        KernelDensityEstimator density = TaskEstimators.KernelDensity(task);
        Verdict ofDensity = density.Estimate(fewer.X.AsSamples(), fewer.Y.AsSamples()).Verdict;
        Assert.True(ofDensity.Findings.Count == 0, $"{task.Id}, {density}: {ofDensity}");
    }
}
