using System.Globalization;

namespace MutualInfo.Recording;

/// <summary>The verdicts on one layer's points, over all epochs, as one estimator sees it.</summary>
public sealed record LayerVerdict
{
    private readonly LayerReason[] _reasons;

    internal LayerVerdict(IMutualInformationEstimator estimator, string layer, IReadOnlyList<InformationPlanePoint> points)
    {
        Estimator = estimator;
        Layer = layer;
        PointCount = points.Count;
        SilentPointCount = points.Count(point => point.Input.Verdict.SaysNothing || point.Target.Verdict.SaysNothing);
        _reasons = [.. LayerReason.Of(points)];
        Reasons = _reasons.AsReadOnly();
    }

    /// <summary>Gets the estimator.</summary>
    public IMutualInformationEstimator Estimator { get; }

    /// <summary>Gets the name of the layer.</summary>
    public string Layer { get; }

    /// <summary>Gets the number of points, which is that of the recorded epochs.</summary>
    public int PointCount { get; }

    /// <summary>Gets the number of points that say nothing, on one axis or both.</summary>
    public int SilentPointCount { get; }

    /// <summary>Gets the reasons that were found at any epoch, the gravest and most frequent first. Notes are left out.</summary>
    public IReadOnlyList<LayerReason> Reasons { get; }

    /// <summary>Tells whether both are of the same estimator and layer, and say the same.</summary>
    public bool Equals(LayerVerdict? other) =>
        other is not null && Estimator.Equals(other.Estimator) && Layer == other.Layer && PointCount == other.PointCount
        && SilentPointCount == other.SilentPointCount && _reasons.AsSpan().SequenceEqual(other._reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Estimator, Layer, PointCount, SilentPointCount, _reasons.Length);

    /// <summary>
    /// Says it in one line without the estimator, independent of the culture: <c>T1 says nothing at 40 of 40 epochs: T is
    /// saturated</c>.
    /// </summary>
    public override string ToString()
    {
        string head = SilentPointCount > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Layer} says nothing at {SilentPointCount} of {PointCount} epochs")
            : _reasons.Length > 0 ? $"{Layer} with caution" : $"nothing stands against {Layer}";
        return _reasons.Length == 0 ? head : $"{head}: {string.Join(", ", _reasons.Select(reason => reason.ToString(PointCount)))}";
    }
}
