namespace MutualInfo.Internal;

/// <summary>One of several equal parts of a longer work, reported as a part.</summary>
internal sealed class ProgressPart(IProgress<double> whole, int part, int parts) : IProgress<double>
{
    public void Report(double value) => whole.Report((part + value) / parts);

    /// <summary>Options whose progress fills the part <paramref name="part"/> of <paramref name="parts"/>.</summary>
    public static EstimationOptions Of(EstimationOptions options, int part, int parts) =>
        options.Progress is { } whole ? options with { Progress = new ProgressPart(whole, part, parts) } : options;
}
