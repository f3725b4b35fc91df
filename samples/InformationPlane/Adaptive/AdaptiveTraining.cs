using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;
using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes.Adaptive;

/// <summary>Trains and measures one network with one seed, with the constants of Chelombiev et al. (ICLR 2019).</summary>
public static class AdaptiveTraining
{
    public const int Bins = 30;

    private const double LearningRate = 4e-4;

    /// <summary>Trains a network and measures all its layers.</summary>
    /// <param name="system">The network.</param>
    /// <param name="seed">Of split, weights and batches.</param>
    /// <param name="epochs">The epochs of training.</param>
    /// <param name="schedule">The epochs to measure; the last is measured too.</param>
    /// <param name="estimators">How to measure; one panel each.</param>
    /// <param name="estimation">How to compute.</param>
    /// <param name="progress">Hears the share done.</param>
    public static AdaptiveRun Execute(
        AdaptiveSystem system,
        int seed,
        int epochs,
        RecordingSchedule schedule,
        IReadOnlyList<AdaptiveEstimator> estimators,
        EstimationOptions estimation,
        IProgress<double> progress)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(estimators);

        // Each purpose has a generator of its own, so that networks with the same seed share split and batches.
        var seeds = new Random(seed);
        Random split = new(seeds.Next()), weights = new(seeds.Next()), batches = new(seeds.Next());
        var task = new TwelveBitTask(split);
        var network = new TwelveBitNetwork(system.Activation, weights);
        var classifier = new ClassifierTraining<float>(
            network.Layers, new Batches<float>(task.Data, task.Train, TwelveBitTraining.BatchSize, batches), LearningRate)
        {
            Decay = system.Decay > 0 ? new WeightDecay<float>(network.HiddenWeights, system.Decay) : null,
        };
        var training = new TwelveBitTraining(task, network, classifier, schedule);
        var history = new ActivationHistory();
        training.Run(
            epochs,
            (epoch, layers) =>
            {
                history.Add(epoch, layers);
                return true;
            },
            new ProgressShare(progress, 0, 0.5));

        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(task.Data.Count),
            Symbols.FromLabels(task.Data.Labels),
            [.. estimators.Select(estimator => Named(system, estimator, history))])
        {
            Options = estimation,
        };
        return new AdaptiveRun
        {
            System = system,
            Seed = seed,
            TrainAccuracy = training.TrainAccuracy,
            TestAccuracy = training.TestAccuracy,
            Plane = history.Record(recorder, new ProgressShare(progress, 0.5, 1)),
            Activity = history.LargestMagnitudes,
        };
    }

    /// <summary>Gives the title of the panel of one network and estimator.</summary>
    public static string NameOf(AdaptiveSystem system, AdaptiveEstimator estimator) => estimator switch
    {
        AdaptiveEstimator.FixedRange => FormattableString.Invariant($"{system}, {Bins} bins over the run's range"),
        AdaptiveEstimator.Ebab => $"{system}, EBAB",
        _ => $"{system}, aKDE",
    };

    private static NamedEstimator Named(AdaptiveSystem system, AdaptiveEstimator estimator, ActivationHistory history) => new(
        NameOf(system, estimator),
        estimator switch
        {
            AdaptiveEstimator.FixedRange => Estimators.Binning(Bins, history.Range),
            AdaptiveEstimator.Ebab => Estimators.AdaptiveBinning(Bins),
            _ => Estimators.AdaptiveKernelDensity(),
        });
}
