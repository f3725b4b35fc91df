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

    /// <summary>Gets whether σ of a layer depends on the σ of the epoch before.</summary>
    public bool IsSmoothed =>
        given is KernelDensityEstimator { Bandwidth: KernelAlignmentBandwidth } or MatrixRenyiEstimator { Bandwidth: KernelAlignmentBandwidth };

    /// <summary>Estimates both axes. <paramref name="previousSigma"/> is the layer's σ at the epoch before, where there was one.</summary>
    public InformationPlanePoint Record(
        int epoch, string layer, Samples<T> activations, double? previousSigma, EstimationOptions options)
    {
        (MutualInformationEstimate input, MutualInformationEstimate target, TimeSpan elapsed) = given is IRepresentingEstimator representing
            ? Represented(representing, Smoothed(representing, previousSigma), activations, options)
            : Asked(activations, options);
        return new InformationPlanePoint
        {
            Epoch = epoch,
            Layer = layer,
            Estimator = given,
            Input = input,
            Target = target,
            Elapsed = elapsed,
        };
    }

    private (MutualInformationEstimate Input, MutualInformationEstimate Target, TimeSpan Elapsed) Represented(
        IRepresentingEstimator asGiven, IRepresentingEstimator smoothed, Samples<T> activations, EstimationOptions options)
    {
        Representation x = Once(ref _inputs, inputs, asGiven, options);
        Representation y = Once(ref _targets, targets, asGiven, options);
        long start = Stopwatch.GetTimestamp();
        Representation layer = smoothed.Represent(activations, nameof(activations), options);
        MutualInformationEstimate input = smoothed.Measure(x, layer, ProgressPart.Of(options, 0, 2), start);
        MutualInformationEstimate target = smoothed.Measure(layer, y, ProgressPart.Of(options, 1, 2), Stopwatch.GetTimestamp());
        return (input, target, Stopwatch.GetElapsedTime(start));
    }

    private (MutualInformationEstimate Input, MutualInformationEstimate Target, TimeSpan Elapsed) Asked(
        Samples<T> activations, EstimationOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        MutualInformationEstimate input =
            inputs.EstimateBefore(activations, nameof(activations), given, ProgressPart.Of(options, 0, 2));
        MutualInformationEstimate target =
            targets.EstimateAfter(activations, nameof(activations), given, ProgressPart.Of(options, 1, 2));
        return (input, target, Stopwatch.GetElapsedTime(start));
    }

    // A failure keeps nothing, so a cancelled first call does not spoil the next.
    private Representation Once(
        ref Representation? kept, FixedVariable<T> variable, IRepresentingEstimator estimator, EstimationOptions options)
    {
        lock (_gate)
            return kept ??= variable.RepresentBy(estimator, options with { Progress = null });
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
