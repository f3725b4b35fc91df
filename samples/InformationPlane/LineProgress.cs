namespace MutualInfo.InformationPlanes;

/// <summary>Says where a run stands in a plain line every few seconds: for logs and pipes, where a bar would be control characters.</summary>
public sealed class LineProgress(TextWriter writer, TimeSpan interval) : IProgress<IRunStatus>
{
    private TimeSpan _next;

    public void Report(IRunStatus value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Elapsed < _next && !value.IsLast)
            return;
        _next = value.Elapsed + interval;
        writer.WriteLine(value.Describe());
    }
}
