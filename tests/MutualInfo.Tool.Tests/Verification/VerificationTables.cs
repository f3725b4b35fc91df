using System.Globalization;
using System.Text;
using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Channels;
using MutualInfo.Tool.Verification.ClosedForms;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>The tables of <c>docs/verification.md</c>: truths and bands, which are the same on every machine and for every seed.</summary>
internal static class VerificationTables
{
    public static string Write()
    {
        StringBuilder text = new();
        VerificationContext context = new();

        text.Append("### Discrete channels\n\n| channel | I(X;Y) in nats |\n|---|---|\n");
        foreach (Channel channel in DiscreteChannels.All)
            text.Append(CultureInfo.InvariantCulture, $"| {channel.Name} | {channel.Truth:0.0000000} |\n");

        text.Append("\n### Closed forms\n\n| pair | estimator | truth | band |\n|---|---|---|---|\n");
        Check[] closedForms = [.. ClosedFormChecks.All(context), .. MixedChecks.All(context), .. ContinuousChecks.All(context), .. KernelDensityChecks.All(context)];
        foreach (Check check in closedForms)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {check.Subject} | {check.Estimator} | {check.Truth:0.000000} ");
            text.Append(CultureInfo.InvariantCulture, $"| {Band(check.Band)} |\n");
        }

        text.Append("\n### Benchmark tasks\n\n");
        text.Append("| # | task | truth | equal width | equal frequency | kernel density | matrix Rényi | also |\n|---|---|---|---|---|---|---|---|\n");
        foreach (BenchmarkTask task in BenchmarkTasks.All)
        {
            string also = TaskBands.IsSaturated(task) ? "saturation" : TaskBands.IsMostlySingletons(task) ? "singletons" : "";
            string width = Band(TaskBands.Binning(task, TaskEstimators.EqualWidth));
            string frequency = Band(TaskBands.Binning(task, TaskEstimators.EqualFrequency));
            string density = Band(TaskBands.KernelDensity(task));
            string spectrum = Band(TaskBands.MatrixRenyi(task));
            text.Append(CultureInfo.InvariantCulture, $"| {task.Number} | {task.Id} | {task.Truth:0.000000} ");
            text.Append(CultureInfo.InvariantCulture, $"| {width} | {frequency} | {density} | {spectrum} | {also} |\n");
        }

        return text.ToString();
    }

    // Three decimals: more would show the rounding of this or that machine's exponential function.
    private static string Band(Band? band) => band is { } given
        ? string.Create(CultureInfo.InvariantCulture, $"{given.Low:0.000} … {given.High:0.000}")
        : "not judged";
}
