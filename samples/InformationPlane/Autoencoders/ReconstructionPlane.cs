using System.Diagnostics;
using MutualInfo.Kernels;
using MutualInfo.Recording;
using MutualInfo.Training;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>Measures I(X;T) and I(T;X′) of every layer T of an autoencoder on a few fixed images; X′ are their reconstructions.</summary>
/// <remarks>A recorder of the library has a fixed target. This one changes with every step, so the points are made one by one.</remarks>
/// <param name="options">How to compute.</param>
public sealed class ReconstructionPlane(EstimationOptions options)
{
    // Lee and Jo's: α = 1.01, and for every variable σ = 2·n^(−1/(4 + d)) by its own dimension.
    private readonly MatrixRenyiEstimator _estimator = Estimators.MatrixRenyi(order: 1.01);
    private readonly List<InformationPlanePoint> _points = [];
    private readonly Matrix<float> _inputs = new();
    private readonly Matrix<float> _outputs = new();
    private readonly Matrix<float> _activations = new();

    /// <summary>Gets what has been measured so far; the epochs are training steps, and the target is X′.</summary>
    public InformationPlane Plane => new(_points);

    /// <summary>Measures all layers.</summary>
    /// <param name="step">The steps trained so far.</param>
    /// <param name="autoencoder">Has evaluated the images last.</param>
    /// <param name="images">Shape <c>(pixels, n)</c>.</param>
    public void Record(int step, Autoencoder autoencoder, Matrix<float> images)
    {
        ArgumentNullException.ThrowIfNull(autoencoder);
        ArgumentNullException.ThrowIfNull(images);
        images.TransposeInto(_inputs);
        autoencoder.Reconstruction.TransposeInto(_outputs);
        Samples<float> x = AsSamples(_inputs), reconstruction = AsSamples(_outputs);
        foreach ((string name, Training.Layers.ILayer<float> layer) in autoencoder.Measured)
        {
            layer.Output.TransposeInto(_activations);
            Samples<float> t = AsSamples(_activations);
            long start = Stopwatch.GetTimestamp();
            _points.Add(new InformationPlanePoint
            {
                Epoch = step,
                Layer = name,
                Estimator = _estimator,
                Input = _estimator.Estimate(x, t, options),
                Target = _estimator.Estimate(t, reconstruction, options),
                Elapsed = Stopwatch.GetElapsedTime(start),
            });
        }
    }

    private static Samples<float> AsSamples(Matrix<float> rows) => Samples.FromRows<float>(rows.Values, rows.Columns);
}
