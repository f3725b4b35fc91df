using MutualInfo.Accuracy.Measuring;
using MutualInfo.Accuracy.Results;

namespace MutualInfo.Accuracy.Pages;

/// <summary>What was done, with what, so that it can be repeated.</summary>
internal static class MethodText
{
    public static IEnumerable<string> Lines(string root)
    {
        TaskRunOf[] runs = TaskResults.Read(root);
        yield return "The tasks are those of Czyż et al. (2023), in [references](references.md): a base distribution of known information, and one-to-one maps of each variable, which keep it.";
        yield return "`mutualinfo verify` draws the same ones; [verification](verification.md) says how their truths are known. A name such as `spiral-multinormal-sparse-3-3-2-2.0` says the map, the";
        yield return "distribution, and the dimensions of x and y.";
        yield return "";
        yield return "- An estimator is **right** on a task where the mean over seeds is within 0.05 nats or 10 % of the truth, whichever is more.";
        yield return "- n is 10,000 and 1000, and 2000 and 1000 for matrix Rényi, whose cost is cubic. Every estimator sees the same samples.";
        yield return $"- A cell is the mean of {MeasuredEstimator.Seeds} seeds ± their standard deviation.";
        yield return "- *Independent* is how many tasks the same estimator was right on in a run of another program, written in another language before this one and sharing no code with it.";
        yield return "- Settings are those of that run. They are no advice: ten bins were not chosen for 25 dimensions.";
        yield return "";
        yield return "| estimator | setting |";
        yield return "|---|---|";
        foreach (TaskRunOf run in runs)
            yield return $"| {run.Estimator} | {MeasuredEstimators.Named(run.Estimator).Setting} |";
        yield return "";
        foreach (IGrouping<Provenance, string> measured in runs.GroupBy(run => run.Measured, run => run.Estimator))
            yield return $"Measured on {measured.Key.Date} at {measured.Key.Commit} ({measured.Key.Runtime}): {And([.. measured])}.";
    }

    private static string And(string[] names) => names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
