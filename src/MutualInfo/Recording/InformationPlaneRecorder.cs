using System.Numerics;
using MutualInfo.Internal;
using MutualInfo.Sensitivity;

namespace MutualInfo.Recording;

/// <summary>Records an information plane from a training loop: I(X;T) and I(T;Y) of each layer T, as several estimators see them.</summary>
/// <typeparam name="T">The type of the activations: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// <para>
/// Sample i of the activations must be what the network makes of input i, so record the same samples in the same order at every epoch.
/// Inputs and targets are represented once for the whole run, and a layer once for both axes; estimators that differ in an order, a number
/// of bins or of neighbours alone share their passes. No activations are held after <see cref="Record(int, string, Samples{T})"/> returns;
/// samples given as inputs or targets are copied.
/// </para>
/// <para>
/// Safe to share between threads, which may record different layers at once. Neither the points nor their order depend on which thread
/// comes first, with one exception: a <see cref="Kernels.KernelAlignmentBandwidth"/> is smoothed from the layer's σ at its last recorded
/// epoch, so the epochs of one layer must then be recorded one after another.
/// </para>
/// </remarks>
public sealed class InformationPlaneRecorder<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly RecordedLayers _layers = new();
    private readonly RecordedEstimator<T>[] _estimators;
    private readonly FixedVariable<T> _inputs;
    private readonly FixedVariable<T> _targets;
    private readonly RecordedVariants<T>?[] _groups;

    /// <summary>Makes a recorder of inputs and targets that are symbols: <see cref="Symbols.Distinct"/> where no input occurs twice.</summary>
    /// <param name="inputs">X: n symbols, one for each input of the network.</param>
    /// <param name="targets">Y: n symbols, the labels of the same inputs.</param>
    /// <param name="estimators">One estimator or more, each given once; one panel of the picture each.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is empty, the counts differ, or <paramref name="estimators"/> is empty or holds null or the same estimator twice.
    /// </exception>
    public InformationPlaneRecorder(Symbols inputs, Symbols targets, params IMutualInformationEstimator[] estimators)
        : this(new FixedVariable<T>(RecorderInput.Declared(inputs), nameof(inputs)), new FixedVariable<T>(targets, nameof(targets)), estimators)
    {
    }

    /// <summary>Makes a recorder of inputs that are numbers, which each estimator discretises or compares as it does layers.</summary>
    /// <param name="inputs">X: samples of shape <c>(n, d)</c>, which are copied.</param>
    /// <param name="targets">Y: n symbols, the labels of the same inputs.</param>
    /// <param name="estimators">One estimator or more, each given once; one panel of the picture each.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// A variable is empty or holds NaN, the counts differ, or <paramref name="estimators"/> is empty or holds null or the same estimator
    /// twice.
    /// </exception>
    public InformationPlaneRecorder(Samples<T> inputs, Symbols targets, params IMutualInformationEstimator[] estimators)
        : this(new FixedVariable<T>(inputs, nameof(inputs)), new FixedVariable<T>(targets, nameof(targets)), estimators)
    {
    }

    /// <summary>Makes a recorder of targets that are numbers, such as those of a regression.</summary>
    /// <param name="inputs">X: n symbols, one for each input of the network.</param>
    /// <param name="targets">Y: samples of shape <c>(n, d)</c>, which are copied.</param>
    /// <param name="estimators">One estimator or more, each given once; one panel of the picture each.</param>
    /// <inheritdoc cref="InformationPlaneRecorder{T}(Samples{T}, Symbols, IMutualInformationEstimator[])" path="/exception"/>
    public InformationPlaneRecorder(Symbols inputs, Samples<T> targets, params IMutualInformationEstimator[] estimators)
        : this(new FixedVariable<T>(RecorderInput.Declared(inputs), nameof(inputs)), new FixedVariable<T>(targets, nameof(targets)), estimators)
    {
    }

    /// <summary>Makes a recorder of inputs and targets that are numbers, such as those of an autoencoder.</summary>
    /// <param name="inputs">X: samples of shape <c>(n, dx)</c>, which are copied.</param>
    /// <param name="targets">Y: samples of shape <c>(n, dy)</c>, which are copied.</param>
    /// <param name="estimators">One estimator or more, each given once; one panel of the picture each.</param>
    /// <inheritdoc cref="InformationPlaneRecorder{T}(Samples{T}, Symbols, IMutualInformationEstimator[])" path="/exception"/>
    public InformationPlaneRecorder(Samples<T> inputs, Samples<T> targets, params IMutualInformationEstimator[] estimators)
        : this(new FixedVariable<T>(inputs, nameof(inputs)), new FixedVariable<T>(targets, nameof(targets)), estimators)
    {
    }

    private InformationPlaneRecorder(FixedVariable<T> inputs, FixedVariable<T> targets, IMutualInformationEstimator[] estimators)
    {
        if (inputs.Count != targets.Count)
        {
            Throw.Invalid(
                targets.Name,
                $"targets has {targets.Count} samples and inputs has {inputs.Count}; they must be observations of the same events.");
        }

        RecorderInput.RequireDifferent(estimators);
        _inputs = inputs;
        _targets = targets;
        _estimators = [.. estimators.Select(estimator => new RecordedEstimator<T>(estimator, inputs, targets))];
        _groups = RecordedVariants<T>.Of(_estimators, [], inputs, targets);
    }

    /// <summary>Gets the epochs that <see cref="Wants"/> includes. <value>The default is <see cref="RecordingSchedule.EveryEpoch"/>.</value></summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public RecordingSchedule Schedule { get; init => field = Throw.UnlessGiven(value, nameof(Schedule)); } = RecordingSchedule.EveryEpoch;

    /// <summary>
    /// Gets how estimates are computed; progress runs from 0 to 1 in each call of <see cref="Record(int, string, Samples{T})"/>.
    /// <value>The default is <see cref="EstimationOptions.Default"/>.</value>
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public EstimationOptions Options { get; init => field = Throw.UnlessGiven(value, nameof(Options)); } = EstimationOptions.Default;

    /// <summary>
    /// Gets the sweeps whose estimators share all that <see cref="Sweep"/> shares. <value>The default is none.</value>
    /// </summary>
    /// <remarks>
    /// Estimators share what leaves every bit of their numbers as it is, whether they come from a sweep or not. What a sweep adds are the
    /// distances of kernel density at several σ: each number is then that of <see cref="Sweep"/>, which is the estimator's own to rounding.
    /// </remarks>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">A sweep is null, or none of its estimators is one of the recorder's.</exception>
    public IReadOnlyList<Sweep> Sweeps
    {
        get;
        init
        {
            field = RecorderInput.RequireRecorded(value, _estimators, nameof(Sweeps));
            _groups = RecordedVariants<T>.Of(_estimators, field, _inputs, _targets);
        }
    } = [];

    /// <summary>Gets what has been recorded so far: a snapshot, which later calls do not change.</summary>
    /// <remarks>
    /// Points are in the order of the estimators as given; then of the layers' names, in which <c>hidden-10</c> follows <c>hidden-9</c>;
    /// then of the epochs. For another order of the layers make a plane of the same points, in that order. Its
    /// <see cref="InformationPlane.Chain"/> is the order in which the layers were first given to the recorder.
    /// </remarks>
    public InformationPlane Plane => _layers.ToPlane(_estimators.Length);

    /// <summary>Tells whether the schedule includes an epoch. <see cref="Record(int, string, Samples{T})"/> does not ask: it records whatever it is given.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public bool Wants(int epoch) => Schedule.Includes(epoch);

    /// <summary>Records one layer at one epoch: a point for every estimator, or, where anything fails, none at all.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="activations">T: samples of shape <c>(n, d)</c>, one for each input and in the order of the inputs.</param>
    /// <remarks>
    /// Costs, for each estimator, one representation of the layer and two joint entropies; the entropies of inputs and targets are
    /// measured at the first call and kept. Several orders of matrix-based Rényi cost one of them, as do the sorts of several numbers of
    /// bins, the searches of several numbers of neighbours, and the distances of the <see cref="Sweeps"/>. Estimators of a caller's own are
    /// asked twice, once for each axis.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="layer"/> is blank; this layer has been recorded at this epoch; <paramref name="activations"/> are empty, not as many
    /// as the inputs, or hold NaN or another number that an estimator refuses, as kernels refuse an infinity. Also where an estimator
    /// refuses the inputs or targets of the constructor, which are then named.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of <see cref="Options"/> was cancelled.</exception>
    public void Record(int epoch, string layer, Samples<T> activations)
    {
        if (epoch < 0)
            Throw.OutOfRange(nameof(epoch), epoch, "an epoch of 0 or more");
        ArgumentException.ThrowIfNullOrWhiteSpace(layer);
        RecorderInput.RequireObservations(activations, nameof(activations), _inputs.Count);
        Options.CancellationToken.ThrowIfCancellationRequested();

        double?[][] previousSigmas = _layers.Begin(epoch, [layer], IsSmoothed);
        InformationPlanePoint[][]? points = null;
        try
        {
            points = new EpochMeasurement<T>(_estimators, _groups, epoch, [layer], previousSigmas, Options).Measure(activations);
        }
        finally
        {
            _layers.End(epoch, [layer], points);
        }
    }

    /// <summary>Records several layers at one epoch in one call: a point for every layer and estimator, or, where anything fails, none at all.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="layers">The layers, each of shape <c>(n, d)</c> with a d of its own; sample i is what the layer makes of input i.</param>
    /// <remarks>
    /// Gives the same numbers as recording one layer after another, to the last bit, in less time: layers that wait together are worked on
    /// side by side, one to a core, where a single one must be shared between the cores.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="layers"/> is empty or names a layer twice, or a layer is refused as <see cref="Record(int, string, Samples{T})"/> would
    /// refuse it; the message names it as <c>layers[i]</c>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token of <see cref="Options"/> was cancelled.</exception>
    public void Record(int epoch, params ReadOnlySpan<LayerActivations<T>> layers)
    {
        if (epoch < 0)
            Throw.OutOfRange(nameof(epoch), epoch, "an epoch of 0 or more");
        LayerActivations<T>[] all = layers.ToArray();
        RecorderInput.RequireLayers(all, _inputs.Count);
        Options.CancellationToken.ThrowIfCancellationRequested();

        string[] names = [.. all.Select(layer => layer.Layer)];
        double?[][] previousSigmas = _layers.Begin(epoch, names, IsSmoothed);
        InformationPlanePoint[][]? points = null;
        try
        {
            points = new EpochMeasurement<T>(_estimators, _groups, epoch, names, previousSigmas, Options).Measure(all);
        }
        finally
        {
            _layers.End(epoch, names, points);
        }
    }

    private bool[] IsSmoothed => Array.ConvertAll(_estimators, estimator => estimator.IsSmoothed);
}
