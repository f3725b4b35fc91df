using System.Globalization;

namespace MutualInfo.InformationPlanes;

/// <summary>Says where a run stands in a plain line every few seconds: for logs and pipes, where a bar would be control characters.</summary>
public sealed class LineProgress(TextWriter writer, TimeSpan interval) : IProgress<RunStatus>
{
    private TimeSpan _next;

    public static string Describe(RunStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return string.Create(
            CultureInfo.InvariantCulture,
            $@"epoch {status.Epoch}/{status.Epochs}, loss {status.Loss:0.000}, accuracy {status.TrainAccuracy:0.000}, {status.Left:m\:ss} left");
    }

    public void Report(RunStatus value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Elapsed < _next && value.Epoch < value.Epochs)
            return;
        _next = value.Elapsed + interval;
        writer.WriteLine(Describe(value));
    }
}
