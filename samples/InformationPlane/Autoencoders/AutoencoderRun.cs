using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>Trains one autoencoder and measures its layers on the way; prints nothing and writes no file.</summary>
public sealed class AutoencoderRun
{
    /// <summary>The images of a batch, and those that are measured: the first ones of the test set.</summary>
    public const int BatchSize = 100;

    private const double LearningRate = 0.005;

    // The test loss of the whole test set costs as much as dozens of steps, and changes slowly.
    private const int MeasurementsPerTestLoss = 4;

    private readonly AutoencoderOptions _options;
    private readonly Autoencoder _autoencoder;
    private readonly Adam<float> _adam;
    private readonly Batches<float> _train;
    private readonly Batches<float> _test;
    private readonly ReconstructionPlane _plane;
    private readonly List<LossPoint> _losses = [];
    private double _trainLoss = double.NaN;

    private AutoencoderRun(AutoencoderOptions options, LabeledData<float> train, LabeledData<float> test)
    {
        _options = options;

        // Each purpose has a generator of its own, so that a change to one does not move the others.
        var seeds = new Random(options.Seed);
        Random weights = new(seeds.Next()), batches = new(seeds.Next()), noise = new(seeds.Next());
        int count = options.Kind == AutoencoderKind.DeepOnTenth ? train.Count / 10 : train.Count;
        _autoencoder = new Autoencoder(options.Kind, train.Samples.Columns, weights, noise);
        _adam = new Adam<float>(_autoencoder.Parameters, LearningRate);
        _train = new Batches<float>(train, FirstIndices(count), BatchSize, batches);

        // Never shuffled, so its first batch are the first images. Whole batches only: noise in force has the shape of one.
        _test = new Batches<float>(test, FirstIndices(test.Count / BatchSize * BatchSize), BatchSize, batches);
        _plane = new ReconstructionPlane(options.Estimation);
    }

    /// <summary>Trains and measures.</summary>
    /// <param name="options">What to do.</param>
    /// <param name="train">The images to train on; their number is a multiple of the batch size, and so is a tenth of it.</param>
    /// <param name="test">The images to measure on.</param>
    /// <param name="progress">Hears the share done, from 0 to 1.</param>
    public static AutoencoderResult Execute(
        AutoencoderOptions options, LabeledData<float> train, LabeledData<float> test, IProgress<double>? progress)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        return new AutoencoderRun(options, train, test).Execute(progress);
    }

    private AutoencoderResult Execute(IProgress<double>? progress)
    {
        int measurements = 0;
        for (int step = 0; step < _options.Steps; step++)
        {
            _options.Estimation.CancellationToken.ThrowIfCancellationRequested();
            _autoencoder.Redraw();
            if (_options.Schedule.Includes(step))
                Measure(step, withTestLoss: measurements++ % MeasurementsPerTestLoss == 0);
            TrainOneStep(step);
            progress?.Report((step + 1.0) / _options.Steps);
        }

        _autoencoder.Redraw();
        Measure(_options.Steps, withTestLoss: true);
        return new AutoencoderResult { Kind = _options.Kind, Seed = _options.Seed, Plane = _plane.Plane, Losses = _losses };
    }

    // With the weights before the step and the noise of the step, as Lee and Jo do.
    private void Measure(int step, bool withTestLoss)
    {
        if (withTestLoss)
            _losses.Add(new LossPoint(step, _trainLoss, TestLoss()));
        _test.Load(0);
        _autoencoder.Evaluate(_test.Inputs, _test.Labels);
        _plane.Record(step, _autoencoder, _test.Inputs);
    }

    private void TrainOneStep(int step)
    {
        int batch = step % _train.Count;
        if (batch == 0)
            _train.Shuffle();
        _train.Load(batch);
        _trainLoss = _autoencoder.Evaluate(_train.Inputs, _train.Labels);
        _autoencoder.Backward();
        _adam.Step();
    }

    private double TestLoss()
    {
        double sum = 0;
        for (int batch = 0; batch < _test.Count; batch++)
        {
            _test.Load(batch);
            sum += _autoencoder.Evaluate(_test.Inputs, _test.Labels);
        }

        return sum / _test.Count;
    }

    private static int[] FirstIndices(int count) => [.. Enumerable.Range(0, count)];
}
