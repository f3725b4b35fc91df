using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Pages;

/// <summary>Estimates beside the truth.</summary>
internal static class Judgement
{
    public static double Error(TaskCell cell) => cell.Mean - Truth(cell);

    /// <summary>Within 0.05 nats or 10 %, whichever is more: the mean over seeds, as the independent run was judged.</summary>
    public static bool IsRight(TaskCell cell) => Math.Abs(Error(cell)) <= Math.Max(0.05, 0.1 * Truth(cell));

    public static double Truth(TaskCell cell) => BenchmarkTasks.All[cell.Task - 1].Truth;

    public static IEnumerable<TaskCell> At(TaskRunOf run, int n) => run.Cells.Where(cell => cell.N == n);

    public static IEnumerable<TaskCell> In(TaskRunOf run, TaskGroup group, int n) => At(run, n).Where(cell => group.Numbers.Contains(cell.Task));

    public static int Right(IEnumerable<TaskCell> cells) => cells.Count(IsRight);

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
