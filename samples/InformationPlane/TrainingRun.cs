using System.Diagnostics;
using MutualInfo.Recording;
using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes;

/// <summary>Trains the network and records its layers; prints nothing and writes no file.</summary>
public sealed class TrainingRun
{
    public const int SubsetSize = 256;

    private const double LearningRate = 4e-4;

    private readonly RunOptions _options;
    private readonly IProgress<RunStatus> _progress;
    private readonly CancellationToken _cancellation;
    private readonly TwelveBitTask _task;
    private readonly TwelveBitNetwork _network;
    private readonly ClassifierTraining<float> _training;
    private readonly PlaneRecording _recording;
    private readonly RunClock _clock;
    private double _loss = double.NaN;
    private double _trainAccuracy;
    private double _testAccuracy;

    private TrainingRun(RunOptions options, IProgress<RunStatus> progress, CancellationToken cancellation)
    {
        _options = options;
        _progress = progress;
        _cancellation = cancellation;

        // Each purpose has a generator of its own, so that a change to one does not move the others.
        var seeds = new Random(options.Seed);
        Random split = new(seeds.Next()), weights = new(seeds.Next()), batches = new(seeds.Next()), subset = new(seeds.Next());

        _task = new TwelveBitTask(split);
        _network = new TwelveBitNetwork(options.Activation, weights);
        _training = new ClassifierTraining<float>(
            _network.Layers, new Batches<float>(_task.Data, _task.Train, TwelveBitTraining.BatchSize, batches), LearningRate);
        _recording = new PlaneRecording(
            _task.Data,
            _task.Shuffled(subset)[..SubsetSize],
            options.Activation,
            RecordingSchedule.Logarithmic(options.RecordingsPerDecade),
            new EstimationOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation });
        _clock = new RunClock(options.Epochs, Enumerable.Range(0, options.Epochs + 1).Count(IsRecorded));
    }

    /// <summary>Trains and records.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="progress">Hears where the run stands, after every epoch.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static RunResult Execute(RunOptions options, IProgress<RunStatus> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        return new TrainingRun(options, progress, cancellation).Execute();
    }

    private RunResult Execute()
    {
        // Epoch 0 is the network as it was initialised.
        Record(0);
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            _cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            _loss = _training.TrainOneEpoch();
            _clock.CountEpoch(Stopwatch.GetElapsedTime(start));
            if (IsRecorded(epoch))
                Record(epoch);
            Report(epoch);
        }

        return new RunResult
        {
            Plane = _recording.Plane,
            Loss = _loss,
            TrainAccuracy = _trainAccuracy,
            TestAccuracy = _testAccuracy,
            Recordings = _clock.Recordings,
            TrainingTime = _clock.Training,
            RecordingTime = _clock.Recording,
        };
    }

    // The end is always recorded, wherever the schedule would have the next point.
    private bool IsRecorded(int epoch) => epoch == _options.Epochs || _recording.Wants(epoch);

    private void Record(int epoch)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<Matrix<float>> layers = _network.Evaluate(_task.Inputs);
        _trainAccuracy = _task.Accuracy(layers[^1], _task.Train);
        _testAccuracy = _task.Accuracy(layers[^1], _task.Test);
        _recording.Record(epoch, layers);
        _clock.CountRecording(Stopwatch.GetElapsedTime(start));
    }

    private void Report(int epoch) => _progress.Report(new RunStatus
    {
        Epoch = epoch,
        Epochs = _options.Epochs,
        Loss = _loss,
        TrainAccuracy = _trainAccuracy,
        Elapsed = _clock.Elapsed,
        Left = _clock.Left,
    });
}
