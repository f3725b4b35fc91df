namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>The progress of a part, told as a share of the whole.</summary>
/// <param name="whole">Hears of the whole.</param>
/// <param name="start">Where the part begins, from 0 to 1.</param>
/// <param name="end">Where it ends.</param>
public sealed class ProgressShare(IProgress<double> whole, double start, double end) : IProgress<double>
{
    public void Report(double value) => whole.Report(start + (value * (end - start)));
}
