using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>What a recorder has recorded, and what it is recording just now. Safe to share between threads.</summary>
internal sealed class RecordedLayers
{
    private readonly Lock _gate = new();
    private readonly HashSet<(int Epoch, string Layer)> _inProgress = [];
    private readonly SortedDictionary<string, LayerRecord> _layers = new(LayerNameOrder.Instance);
    private readonly List<string> _order = [];

    /// <summary>A snapshot: the points in the order of the estimators, then of the layers' names, then of the epochs.</summary>
    public InformationPlane ToPlane(int estimators)
    {
        lock (_gate)
        {
            return new InformationPlane(
                Enumerable.Range(0, estimators).SelectMany(i => _layers.Values.SelectMany(layer => layer.PointsOf(i))))
            {
                Chain = [.. _order.Where(_layers.ContainsKey)],
            };
        }
    }

    /// <summary>Reserves the epoch of the layers, all or none, and says the bandwidths to smooth from, by layer and estimator.</summary>
    public double?[][] Begin(int epoch, string[] layers, bool[] isSmoothed)
    {
        lock (_gate)
        {
            foreach (string layer in layers)
            {
                if (_layers.GetValueOrDefault(layer)?.Contains(epoch) == true || _inProgress.Contains((epoch, layer)))
                {
                    Throw.Invalid(
                        nameof(epoch),
                        $"epoch is {epoch}, at which layer '{layer}' has been recorded already. Record each layer once in an epoch, and every run with a recorder of its own.");
                }
            }

            foreach (string layer in layers)
            {
                _inProgress.Add((epoch, layer));
                if (!_order.Contains(layer))
                    _order.Add(layer);
            }

            return
            [
                .. layers.Select(layer => (double?[])
                [
                    .. isSmoothed.Select((smoothed, i) => smoothed ? _layers.GetValueOrDefault(layer)?.SigmaBefore(epoch, i) : null),
                ]),
            ];
        }
    }

    /// <summary>Gives the reservation back, and keeps the points where there are any.</summary>
    public void End(int epoch, string[] layers, InformationPlanePoint[][]? points)
    {
        lock (_gate)
        {
            for (int i = 0; i < layers.Length; i++)
            {
                _inProgress.Remove((epoch, layers[i]));
                if (points is null)
                    continue;
                if (!_layers.TryGetValue(layers[i], out LayerRecord? record))
                    _layers.Add(layers[i], record = new LayerRecord());
                record.Add(epoch, points[i]);
            }
        }
    }
}
