using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>The tasks that intervals and tests are measured on: those of one column each, and two of 2 + 2 columns.</summary>
internal static class SignificanceTasks
{
    private static readonly int[] _numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 16];

    public static IReadOnlyList<BenchmarkTask> All { get; } = [.. _numbers.Select(number => BenchmarkTasks.All[number - 1])];

    /// <summary>Samples without dependence and with the marginals of a task: x of one seed, y of another.</summary>
    public static TaskSample Independent(BenchmarkTask task, int n, int seed) =>
        new(TaskRun.Sample(task, n, seed).X, TaskRun.Sample(task, n, -seed).Y);
}
