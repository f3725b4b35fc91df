namespace MutualInfo.Internal;

/// <summary>The first share of a longer work, reported as that share of the whole.</summary>
internal sealed class ProgressShare(IProgress<double> whole, double share) : IProgress<double>
{
    public void Report(double value) => whole.Report(share * value);
}
