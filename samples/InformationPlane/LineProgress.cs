namespace MutualInfo.InformationPlanes;

/// <summary>Says where a run stands in a plain line every few seconds: for logs and pipes, where a bar would be control characters.</summary>
public sealed class LineProgress(TextWriter writer, TimeSpan interval) : IProgress<IRunStatus>
{
    private TimeSpan _next;

    public void Report(IRunStatus value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // A new stage counts its time from 0 again, and must not be silent for as long as the one before took.
        if (value.Elapsed < _next && value.Elapsed >= _next - interval && !value.IsLast)
            return;
        _next = value.Elapsed + interval;
        writer.WriteLine(value.Describe());
    }
}
