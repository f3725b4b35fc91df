using MutualInfo.Significance.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// Ross's estimator while y is permuted: of few samples all distances stay, of more what counts among all points. Each permutation
/// gives the points other labels, so the neighbours within a label are looked for again.
/// </summary>
internal sealed class KeptPoints : PermutedInformation
{
    private readonly RossMeasurement _measurement;
    private readonly Symbols _labels;
    private readonly IBallCounter _kept;
    private readonly bool _movesPoints;

    private KeptPoints(RossMeasurement measurement, Symbols labels, bool movesPoints, EstimationOptions options)
    {
        _measurement = measurement;
        _labels = labels;
        _movesPoints = movesPoints;
        _kept = PointDistances.Fit(measurement.Count, 1) ? measurement.Distances(options) : measurement.Index(options);
    }

    /// <summary>Where y is the labels: label <c>order[i]</c> comes to point i.</summary>
    public static KeptPoints WithLabelsPermuted(RossMeasurement measurement, Symbols labels, EstimationOptions options) =>
        new(measurement, labels, false, options);

    /// <summary>Where y is the points: label i comes to point <c>order[i]</c>, which keeps its number.</summary>
    public static KeptPoints WithPointsPermuted(RossMeasurement measurement, Symbols labels, EstimationOptions options) =>
        new(measurement, labels, true, options);

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options) =>
        _measurement.Estimate(_movesPoints ? _labels.Permuted(Inverse(order)) : _labels.Permuted(order), _kept, options)[0].Nats;

    public override void Dispose()
    {
        (_kept as IDisposable)?.Dispose();
        base.Dispose();
    }

    private static int[] Inverse(ReadOnlySpan<int> order)
    {
        int[] inverse = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            inverse[order[i]] = i;
        return inverse;
    }
}
