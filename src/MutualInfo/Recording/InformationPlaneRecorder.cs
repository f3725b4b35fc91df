using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>Records an information plane from a training loop: I(X;T) and I(T;Y) of each layer T, as several estimators see them.</summary>
/// <typeparam name="T">The type of the activations: <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <remarks>
/// <para>
/// Sample i of the activations must be what the network makes of input i, so record the same samples in the same order at every epoch.
/// Inputs and targets are represented once for the whole run, and a layer once for both axes. No activations are held after
/// <see cref="Record(int, string, Samples{T})"/> returns; samples given as inputs or targets are copied.
/// </para>
/// <para>
/// Safe to share between threads, which may record different layers at once. Neither the points nor their order depend on which thread
/// comes first, with one exception: a <see cref="Kernels.KernelAlignmentBandwidth"/> is smoothed from the layer's σ at its last recorded
/// epoch, so the epochs of one layer must then be recorded one after another.
/// </para>
/// </remarks>
public sealed class InformationPlaneRecorder<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Lock _gate = new();
    private readonly HashSet<(int Epoch, string Layer)> _inProgress = [];
    private readonly SortedDictionary<string, LayerRecord> _layers = new(LayerNameOrder.Instance);
    private readonly List<string> _order = [];
    private readonly RecordedEstimator<T>[] _estimators;
    private readonly int _count;

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
        _count = inputs.Count;
        _estimators = [.. estimators.Select(estimator => new RecordedEstimator<T>(estimator, inputs, targets))];
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

    /// <summary>Gets what has been recorded so far: a snapshot, which later calls do not change.</summary>
    /// <remarks>
    /// Points are in the order of the estimators as given; then of the layers' names, in which <c>hidden-10</c> follows <c>hidden-9</c>;
    /// then of the epochs. For another order of the layers make a plane of the same points, in that order. Its
    /// <see cref="InformationPlane.Chain"/> is the order in which the layers were first given to the recorder.
    /// </remarks>
    public InformationPlane Plane
    {
        get
        {
            lock (_gate)
            {
                return new InformationPlane(
                    Enumerable.Range(0, _estimators.Length).SelectMany(i => _layers.Values.SelectMany(layer => layer.PointsOf(i))))
                {
                    Chain = [.. _order.Where(_layers.ContainsKey)],
                };
            }
        }
    }

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
    /// measured at the first call and kept. Estimators of a caller's own are asked twice, once for each axis.
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
        RecorderInput.RequireObservations(activations, nameof(activations), _count);
        Options.CancellationToken.ThrowIfCancellationRequested();

        double?[][] previousSigmas = Begin(epoch, [layer]);
        InformationPlanePoint[][]? points = null;
        try
        {
            points = new EpochMeasurement<T>(_estimators, epoch, [layer], previousSigmas, Options).Measure(activations);
        }
        finally
        {
            End(epoch, [layer], points);
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
        RecorderInput.RequireLayers(all, _count);
        Options.CancellationToken.ThrowIfCancellationRequested();

        string[] names = [.. all.Select(layer => layer.Layer)];
        double?[][] previousSigmas = Begin(epoch, names);
        InformationPlanePoint[][]? points = null;
        try
        {
            points = new EpochMeasurement<T>(_estimators, epoch, names, previousSigmas, Options).Measure(all);
        }
        finally
        {
            End(epoch, names, points);
        }
    }

    /// <summary>Reserves the epoch of the layers, all or none, and says the bandwidths to smooth from, by layer and estimator.</summary>
    private double?[][] Begin(int epoch, string[] layers)
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
                    .. _estimators.Select((estimator, i) => estimator.IsSmoothed ? _layers.GetValueOrDefault(layer)?.SigmaBefore(epoch, i) : null),
                ]),
            ];
        }
    }

    private void End(int epoch, string[] layers, InformationPlanePoint[][]? points)
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
