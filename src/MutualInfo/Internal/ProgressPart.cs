namespace MutualInfo.Internal;

/// <summary>So many of the equal parts of a longer work, reported as those.</summary>
internal sealed class ProgressPart(IProgress<double> whole, int before, int count, int parts) : IProgress<double>
{
    public void Report(double value) => whole.Report((before + count * value) / parts);

    /// <summary>Options whose progress fills the part <paramref name="part"/> of <paramref name="parts"/>.</summary>
    public static EstimationOptions Of(EstimationOptions options, int part, int parts) => Of(options, part, 1, parts);

    /// <summary>Options whose progress fills <paramref name="count"/> of <paramref name="parts"/> behind the first <paramref name="before"/>.</summary>
    public static EstimationOptions Of(EstimationOptions options, int before, int count, int parts) =>
        options.Progress is { } whole ? options with { Progress = new ProgressPart(whole, before, count, parts) } : options;
}
