using System.Diagnostics;
using System.Numerics;
using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>One epoch's layers under every estimator: each is represented once, then an estimator measures all of them in one go.</summary>
internal sealed class EpochMeasurement<T>(
    RecordedEstimator<T>[] estimators, int epoch, string[] names, double?[][] previousSigmas, EstimationOptions options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly InformationPlanePoint[][] _points = [.. names.Select(_ => new InformationPlanePoint[estimators.Length])];

    /// <summary>Measures a single layer, which is called <c>activations</c>. The points by layer and estimator.</summary>
    public InformationPlanePoint[][] Measure(Samples<T> activations)
    {
        for (int i = 0; i < estimators.Length; i++)
        {
            EstimationOptions part = Begin(i, out long start);
            if (estimators[i].Represent(activations, nameof(activations), previousSigmas[0][i], part with { Progress = null }) is { } represented)
                Measure(i, [represented], start, part);
            else
                _points[0][i] = estimators[i].Ask(epoch, names[0], activations, nameof(activations), part);
            End(part);
        }

        return _points;
    }

    /// <summary>Measures layers, which are called <c>layers[i]</c>. The points by layer and estimator.</summary>
    public InformationPlanePoint[][] Measure(LayerActivations<T>[] layers)
    {
        for (int i = 0; i < estimators.Length; i++)
        {
            EstimationOptions part = Begin(i, out long start);
            if (RepresentAll(i, layers, part with { Progress = null }) is { } represented)
                Measure(i, represented, start, part);
            else
                AskForAll(i, layers, part);
            End(part);
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

    private EstimationOptions Begin(int estimator, out long start)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        EstimationOptions part = ProgressPart.Of(options, estimator, estimators.Length);
        estimators[estimator].Prepare(part);
        start = Stopwatch.GetTimestamp();
        return part;
    }

    private void End(EstimationOptions part)
    {
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
