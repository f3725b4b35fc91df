using Spectre.Console;

namespace MutualInfo.InformationPlanes;

/// <summary>Shows where a run stands as a bar that a terminal redraws.</summary>
public sealed class BarProgress(ProgressTask task) : IProgress<IRunStatus>
{
    /// <summary>Runs something under a bar.</summary>
    public static T Run<T>(IAnsiConsole console, string first, Func<IProgress<IRunStatus>, T> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn())
        .Start(context => work(new BarProgress(context.AddTask(first))));

    public void Report(IRunStatus value)
    {
        ArgumentNullException.ThrowIfNull(value);
        task.Value = task.MaxValue * value.Fraction;
        task.Description = value.Describe();
    }
}
