namespace MutualInfo.Recording;

/// <summary>What has been recorded of one layer: a point of every estimator at every epoch, epochs ascending.</summary>
internal sealed class LayerRecord
{
    private readonly SortedList<int, InformationPlanePoint[]> _epochs = [];

    public bool Contains(int epoch) => _epochs.ContainsKey(epoch);

    public void Add(int epoch, InformationPlanePoint[] points) => _epochs.Add(epoch, points);

    public IEnumerable<InformationPlanePoint> PointsOf(int estimator) => _epochs.Values.Select(points => points[estimator]);

    /// <summary>The layer's bandwidth at the last epoch before <paramref name="epoch"/> that had one; null where none had.</summary>
    /// <remarks>A constant layer has σ = 0, which is no bandwidth to smooth from.</remarks>
    public double? SigmaBefore(int epoch, int estimator)
    {
        for (int i = _epochs.Count - 1; i >= 0; i--)
        {
            if (_epochs.GetKeyAtIndex(i) < epoch
                && _epochs.GetValueAtIndex(i)[estimator].Target.Diagnostics.BandwidthX is > 0 and double sigma)
            {
                return sigma;
            }
        }

        return null;
    }
}
