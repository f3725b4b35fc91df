using System.Diagnostics;
using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Kernels;

namespace MutualInfo.Recording;

/// <summary>One estimator of a recorder, with what it made of the inputs and targets.</summary>
internal sealed class RecordedEstimator<T>(IMutualInformationEstimator given, FixedVariable<T> inputs, FixedVariable<T> targets)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lock _gate = new();
    private Representation? _inputs;
    private Representation? _targets;

    /// <summary>Gets the estimator as it was given.</summary>
    public IMutualInformationEstimator Given => given;

    /// <summary>Gets whether it can represent a layer once for both axes; one of a caller's own is asked for each.</summary>
    public bool IsOfTheLibrary => given is IRepresentingEstimator;

    /// <summary>Gets whether σ of a layer depends on the σ of the epoch before.</summary>
    public bool IsSmoothed =>
        given is KernelDensityEstimator { Bandwidth: KernelAlignmentBandwidth } or MatrixRenyiEstimator { Bandwidth: KernelAlignmentBandwidth };

    /// <summary>
    /// Represents a layer for both axes, if this is an estimator of the library; else null. <paramref name="previousSigma"/> is the layer's
    /// σ at the epoch before, where there was one. <see cref="Prepare"/> has run.
    /// </summary>
    public Representation? Represent(Samples<T> activations, string name, double? previousSigma, EstimationOptions options) =>
        given is IRepresentingEstimator estimator
            ? Smoothed(estimator, previousSigma).RepresentWith(activations, [_inputs!.Symbols, _targets!.Symbols], name, options)
            : null;

    /// <summary>Represents inputs and targets, and measures their entropies, unless that has been done.</summary>
    public void Prepare(EstimationOptions options)
    {
        if (given is not IRepresentingEstimator estimator)
            return;
        EstimationOptions quiet = options with { Progress = null };
        estimator.MeasureOnce(Once(ref _inputs, inputs, estimator, quiet), quiet);
        estimator.MeasureOnce(Once(ref _targets, targets, estimator, quiet), quiet);
    }

    /// <summary>Estimates both axes of layers that <see cref="Represent"/> has represented, all in one go, once <see cref="Prepare"/> has run.</summary>
    public InformationPlanePoint[] Measure(
        int epoch, IReadOnlyList<string> layers, Representation[] represented, IReadOnlyList<double?> previousSigmas, long start, EstimationOptions options)
    {
        IRepresentingEstimator estimator = (IRepresentingEstimator)given;
        RepresentationPair[] pairs = new RepresentationPair[2 * layers.Count];
        for (int i = 0; i < layers.Count; i++)
        {
            pairs[2 * i] = new RepresentationPair(_inputs!, represented[i]);
            pairs[2 * i + 1] = new RepresentationPair(represented[i], _targets!);
        }

        MutualInformationEstimate[] estimates = estimator.Measure(pairs, options, start);
        return
        [
            .. layers.Select((layer, i) =>
            {
                // What the layer was represented by: with a smoothed bandwidth another estimator than the one given.
                IMutualInformationEstimator by = Smoothed(estimator, previousSigmas[i]);
                return InformationPlanePoint.Of(epoch, layer, given, estimates[2 * i] with { Estimator = by }, estimates[2 * i + 1] with { Estimator = by });
            }),
        ];
    }

    /// <summary>Asks an estimator of the caller's own, once for each axis.</summary>
    public InformationPlanePoint Ask(int epoch, string layer, Samples<T> activations, string name, EstimationOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        MutualInformationEstimate input = inputs.EstimateBefore(activations, name, given, ProgressPart.Of(options, 0, 2));
        MutualInformationEstimate target = targets.EstimateAfter(activations, name, given, ProgressPart.Of(options, 1, 2));
        return InformationPlanePoint.Of(epoch, layer, given, input, target) with { Elapsed = Stopwatch.GetElapsedTime(start) };
    }

    // A failure keeps nothing, so a cancelled first call does not spoil the next.
    private Representation Once(
        ref Representation? kept, FixedVariable<T> variable, IRepresentingEstimator estimator, EstimationOptions options)
    {
        lock (_gate)
            return kept ??= variable.RepresentBy(estimator, options);
    }

    private static IRepresentingEstimator Smoothed(IRepresentingEstimator estimator, double? previousSigma) => (estimator, previousSigma) switch
    {
        (KernelDensityEstimator { Bandwidth: KernelAlignmentBandwidth rule } density, { } sigma) =>
            density with { Bandwidth = rule with { Previous = sigma } },
        (MatrixRenyiEstimator { Bandwidth: KernelAlignmentBandwidth rule } renyi, { } sigma) =>
            renyi with { Bandwidth = rule with { Previous = sigma } },
        _ => estimator,
    };
}
