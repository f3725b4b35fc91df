using MutualInfo.Discrete;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;
using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes.Quantized;

/// <summary>Trains and measures one network with one seed.</summary>
public sealed class QuantizedTraining
{
    /// <summary>Below this accuracy on its training words a network counts as not having learned.</summary>
    public const double LeastAccuracy = 0.55;

    /// <summary>The epoch from which a network that has not learned is begun anew.</summary>
    private const int PatienceEpochs = 1000;

    // The authors begin anew for as long as it takes; most seeds learn at the first attempt.
    private const int MostAttempts = 5;
    private const int RecordingsPerDecade = 12;
    private const double LearningRate = 1e-4;

    // Keras', not Adam's own 1e-8.
    private const double Epsilon = 1e-7;

    // What of a run's time is training, roughly; the rest is measuring.
    private const double TrainingShare = 0.8;

    private readonly QuantizedSystem _system;
    private readonly EstimationOptions _estimation;
    private readonly Random _weights;
    private readonly Random _batches;
    private readonly TwelveBitTask _task;

    private QuantizedTraining(QuantizedSystem system, int seed, EstimationOptions estimation)
    {
        var seeds = new Random(seed);
        Random split = new(seeds.Next());
        (_weights, _batches) = (new Random(seeds.Next()), new Random(seeds.Next()));
        _task = new TwelveBitTask(split);
        _system = system;
        _estimation = estimation;
    }

    /// <summary>Trains a network, as often as it takes until it learns, and measures all layers.</summary>
    public static QuantizedRun Execute(
        QuantizedSystem system, int seed, int epochs, EstimationOptions estimation, IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(system);
        var run = new QuantizedTraining(system, seed, estimation);
        for (int attempt = 1; ; attempt++)
        {
            var history = new ActivationHistory();
            TwelveBitTraining training = run.Attempt(epochs, history, new ProgressShare(progress, 0, TrainingShare));
            if (training.TrainAccuracy < LeastAccuracy && attempt < MostAttempts)
                continue;
            return new QuantizedRun
            {
                System = system,
                Seed = seed,
                Attempts = attempt,
                TrainAccuracy = training.TrainAccuracy,
                TestAccuracy = training.TestAccuracy,
                Plane = history.Record(run.Recorder(history), new ProgressShare(progress, TrainingShare, 1)),
                MostValues = history.MostValuesOfAHiddenLayer,
            };
        }
    }

    /// <summary>The bins over the whole range of a run that a network of floating-point numbers is judged by.</summary>
    public static IReadOnlyList<int> GlobalBins { get; } = [30, 100, 256];

    private TwelveBitTraining Attempt(int epochs, ActivationHistory history, IProgress<double> progress)
    {
        ITwelveBitNetwork network = _system.IsQuantized
            ? new QuantizedNetwork(_system.Activation, _system.Bits, _weights)
            : new TwelveBitNetwork(_system.Activation, weights => GlorotUniform.Fill(weights, _weights));
        var adam = new Adam<float>(network.Layers.Parameters, LearningRate) { Epsilon = Epsilon };
        var batches = new Batches<float>(_task.Data, _task.Train, TwelveBitTraining.BatchSize, _batches);
        var training = new TwelveBitTraining(
            _task, network, new ClassifierTraining<float>(network.Layers, batches, adam), RecordingSchedule.Logarithmic(RecordingsPerDecade));
        training.Run(
            epochs,
            (epoch, layers) =>
            {
                history.Add(epoch, layers);
                return epoch < PatienceEpochs || training.TrainAccuracy >= LeastAccuracy;
            },
            progress);
        return training;
    }

    private InformationPlaneRecorder<float> Recorder(ActivationHistory history)
    {
        IEnumerable<(string Name, IMutualInformationEstimator Estimator)> estimators = _system.IsQuantized
            ? [("exact", Estimators.ExactDiscrete()), ("levels", new DiscreteEstimator(new QuantizedLevels(_system.Bits)))]
            : [
                ("exact", Estimators.ExactDiscrete()),
                .. GlobalBins.Select(bins => (
                    FormattableString.Invariant($"{bins} bins"), (IMutualInformationEstimator)Estimators.Binning(bins, history.Range))),
            ];
        return new InformationPlaneRecorder<float>(
            Symbols.Distinct(_task.Data.Count),
            Symbols.FromLabels(_task.Data.Labels),
            [.. estimators.Select(each => new NamedEstimator($"{_system}, {each.Name}", each.Estimator))])
        {
            Options = _estimation,
        };
    }
}
