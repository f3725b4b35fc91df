using System.Diagnostics;
using System.Numerics;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>One epoch's layers under every estimator: each is represented once, then an estimator measures all of them in one go.</summary>
/// <remarks>
/// Estimators of one group share their passes. Where anything fails in a group, those that are left are asked alone, so that the failure is
/// that of the estimator that comes first, and says what it says without the others.
/// </remarks>
internal sealed class EpochMeasurement<T>(
    RecordedEstimator<T>[] estimators, RecordedVariants<T>?[] groups, int epoch, string[] names, double?[][] previousSigmas, EstimationOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly InformationPlanePoint[][] _points = [.. names.Select(_ => new InformationPlanePoint[estimators.Length])];
    private int _measured;
    private bool _isApart;

    /// <summary>Measures a single layer, which is called <c>activations</c>. The points by layer and estimator.</summary>
    public InformationPlanePoint[][] Measure(Samples<T> activations)
    {
        for (int i = 0; i < estimators.Length; i++)
        {
            if (IsMeasured(i) || IsMeasuredTogether(i, activations, static (group, layer, how) => [group.Represent(layer, nameof(activations), how)]))
                continue;
            EstimationOptions part = Begin(i, out long start);
            if (estimators[i].Represent(activations, nameof(activations), previousSigmas[0][i], part with { Progress = null }) is { } represented)
                Measure(i, [represented], start, part);
            else
                _points[0][i] = estimators[i].Ask(epoch, names[0], activations, nameof(activations), part);
            End(1, part);
        }

        return _points;
    }

    /// <summary>Measures layers, which are called <c>layers[i]</c>. The points by layer and estimator.</summary>
    public InformationPlanePoint[][] Measure(LayerActivations<T>[] layers)
    {
        for (int i = 0; i < estimators.Length; i++)
        {
            if (IsMeasured(i) || IsMeasuredTogether(i, layers, RepresentAll))
                continue;
            EstimationOptions part = Begin(i, out long start);
            if (RepresentAll(i, layers, part with { Progress = null }) is { } represented)
                Measure(i, represented, start, part);
            else
                AskForAll(i, layers, part);
            End(1, part);
        }

        return _points;
    }

    /// <summary>Does something with layer i under the name <c>layers[i]</c>, and lets a refusal bear the name of the parameter.</summary>
    public static void Naming(int layer, Action<string> action)
    {
        string name = $"layers[{layer}]";
        try
        {
            action(name);
        }
        catch (ArgumentException refusal) when (refusal.ParamName == name)
        {
            throw refusal.WithParamName("layers");
        }
    }

    private bool IsMeasured(int estimator) => _points[0][estimator] is not null;

    private bool IsMeasuredTogether<TLayers>(
        int estimator, TLayers layers, Func<RecordedVariants<T>, TLayers, EstimationOptions, Representation[][]> represent)
        where TLayers : allows ref struct
    {
        if (_isApart || groups[estimator] is not { } group)
            return false;
        try
        {
            EstimationOptions part = Begin(group.Members.Count, group.Prepare, out long start);
            InformationPlanePoint[][] points = group.Measure(epoch, names, represent(group, layers, part with { Progress = null }), start, part);
            for (int layer = 0; layer < points.Length; layer++)
            {
                for (int i = 0; i < points[layer].Length; i++)
                    _points[layer][group.Members[i]] = points[layer][i];
            }

            End(group.Members.Count, part);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _isApart = true;
            return false;
        }
    }

    private EstimationOptions Begin(int estimator, out long start) => Begin(1, estimators[estimator].Prepare, out start);

    private EstimationOptions Begin(int count, Action<EstimationOptions> prepare, out long start)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        EstimationOptions part = ProgressPart.Of(options, _measured, count, estimators.Length);
        prepare(part);
        start = Stopwatch.GetTimestamp();
        return part;
    }

    private void End(int count, EstimationOptions part)
    {
        _measured += count;
        part.Progress?.Report(1);
        options.CancellationToken.ThrowIfCancellationRequested();
    }

    private void Measure(int estimator, Representation[] represented, long start, EstimationOptions part)
    {
        InformationPlanePoint[] points = estimators[estimator].Measure(
            epoch, names, represented, [.. previousSigmas.Select(sigmas => sigmas[estimator])], start, part);
        for (int layer = 0; layer < points.Length; layer++)
            _points[layer][estimator] = points[layer];
    }

    private static Representation[][] RepresentAll(RecordedVariants<T> group, LayerActivations<T>[] layers, EstimationOptions part)
    {
        Representation[][] represented = new Representation[layers.Length][];
        EachPart.Run(layers.Length, part, layer => Naming(layer, name =>
            represented[layer] = group.Represent(layers[layer].AsSamples(), name, part)));
        return represented;
    }

    private Representation[]? RepresentAll(int estimator, LayerActivations<T>[] layers, EstimationOptions part)
    {
        Representation?[] represented = new Representation?[layers.Length];
        if (!estimators[estimator].IsOfTheLibrary)
            return null;
        EachPart.Run(layers.Length, part, layer => Naming(layer, name =>
            represented[layer] = estimators[estimator].Represent(layers[layer].AsSamples(), name, previousSigmas[layer][estimator], part)));
        return represented!;
    }

    // One after another: whether an estimator of the caller's own may be asked from several threads at once is not ours to say.
    private void AskForAll(int estimator, LayerActivations<T>[] layers, EstimationOptions part)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            int layer = i;
            EstimationOptions own = ProgressPart.Of(part, layer, layers.Length);
            Naming(layer, name => _points[layer][estimator] = estimators[estimator].Ask(epoch, names[layer], layers[layer].AsSamples(), name, own));
        }
    }
}
