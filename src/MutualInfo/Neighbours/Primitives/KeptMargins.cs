using MutualInfo.Significance.Primitives;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>
/// KSG while y is permuted: the prepared points of both variables stay, and either what counts around each, or all their distances,
/// where there are more columns than a tree is good for. Only the neighbours of the pair are looked for again, and the bits are
/// those of the permuted samples estimated anew.
/// </summary>
internal sealed class KeptMargins : PermutedInformation
{
    private readonly KraskovMeasurement _measurement;
    private readonly IBallCounter _x;
    private readonly IBallCounter _y;

    private KeptMargins(KraskovMeasurement measurement, IBallCounter x, IBallCounter y)
    {
        _measurement = measurement;
        _x = x;
        _y = y;
    }

    public static KeptMargins Of(KraskovMeasurement measurement, EstimationOptions options)
    {
        // A tree of the pairs is as quick to make and to search as distances are to look up, and needs no memory of n².
        if (measurement.Search == NeighbourSearch.Panels && PointDistances.Fit(measurement.Count, 2))
            return new KeptMargins(measurement, measurement.DistancesX(options), measurement.DistancesY(options));
        MarginIndex x = measurement.IndexX(options);
        try
        {
            return new KeptMargins(measurement, x, measurement.IndexY(options));
        }
        catch
        {
            x.Dispose();
            throw;
        }
    }

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options) =>
        _measurement.Estimate(order, _x, _y, options)[0].Nats;

    public override void Dispose()
    {
        (_x as IDisposable)?.Dispose();
        (_y as IDisposable)?.Dispose();
        base.Dispose();
    }
}
