using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Training.Data;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Fully connected classifiers of several widths under every regularisation.</summary>
/// <param name="Widths">The units of a hidden layer.</param>
/// <param name="Rates">The rates of binary dropout.</param>
/// <param name="RectifiedBetas">The β of Information Dropout with ReLU, ascending.</param>
/// <param name="SmoothBetas">The β of Information Dropout with softplus, ascending.</param>
/// <param name="Epochs">The epochs of training.</param>
public sealed record WidthSweep(
    IReadOnlyList<int> Widths, IReadOnlyList<double> Rates, IReadOnlyList<double> RectifiedBetas, IReadOnlyList<double> SmoothBetas, int Epochs)
{
    private const double Range = 0.7;
    private const int BatchSize = 100;
    private const double LearningRate = 0.001;

    // The images on which codes are measured: more than the units, or a covariance would be singular.
    private const int MeasuredImages = 500;

    /// <summary>Makes the works, one for each training.</summary>
    public IEnumerable<Work<ClassifierResult>> Works(ImageSet images, IEnumerable<int> seeds, EstimationOptions estimation) =>
        from seed in seeds
        from width in Widths
        from regularization in Regularizations()
        select new Work<ClassifierResult>(progress => Execute(images, width, regularization, seed, Epochs, estimation, progress))
        {
            Weight = (width + 16) * (regularization.Kind is RegularizationKind.Rectified or RegularizationKind.Smooth ? 2 : 1),
        };

    private IEnumerable<Regularization> Regularizations() =>
    [
        Regularization.None,
        .. Rates.Select(Regularization.Binary),
        .. RectifiedBetas.Select(Regularization.Rectified),
        .. SmoothBetas.Select(Regularization.Smooth),
    ];

    private static ClassifierResult Execute(
        ImageSet images, int width, Regularization regularization, int seed, int epochs, EstimationOptions estimation, IProgress<double> progress)
    {
        // Each purpose has a generator of its own: networks of one seed and width differ in nothing but their regularisation.
        var seeds = new Random(seed);
        Random weights = new(seeds.Next()), batches = new(seeds.Next()), noise = new(seeds.Next());
        var units = new Units(regularization, images.Train.Count, Range, noise);
        ClassifierNetwork network = ClassifierNetwork.FullyConnected(images.Train.Samples.Columns, width, units, weights);
        var run = new ClassifierRun(network, images.Train, BatchSize, LearningRate, batches);
        run.Train(epochs, progress);
        double error = run.Error(images.Test);

        var measured = new Batches<float>(images.Test, [.. Enumerable.Range(0, MeasuredImages)], MeasuredImages, batches);
        measured.Load(0);
        network.Layers.Redraw();
        network.Layers.Forward(measured.Inputs);
        return new ClassifierResult
        {
            Regularization = regularization,
            Width = width,
            Seed = seed,
            Error = error,
            Codes = [.. network.Codes.Select(code => CodeMeasure.Of(code, Range, estimation))],
        };
    }
}
