using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Gpu.Tests.Recording;

/// <summary>The layers of an epoch go to a device as one batch: its launches serve them all.</summary>
public class RecorderBatchTests
{
    private const int N = 12;

    // Orders over one bandwidth share their spectra, so that two estimators ask no more than one.
    [Fact]
    public void Record_LayersOfAnEpoch_AreOneCall()
    {
        Batches batches = new(CpuBackend.Shared);
        InformationPlaneRecorder<float> recorder = Recorder(batches);
        recorder.Record(0, Layers(0));
        // Inputs and targets, once for the whole run; then three layers and the joints of each with both.
        Assert.Equal([1, 1, 3 + 6], batches.Sizes);
        recorder.Record(1, Layers(1));
        Assert.Equal([1, 1, 3 + 6, 3 + 6], batches.Sizes);
    }

    [EmulatorFact]
    public void Record_LayersOfAnEpoch_AreTheBitsOfOneAfterAnother()
    {
        Batches batches = new(Emulator.Backend);
        InformationPlaneRecorder<float> together = Recorder(batches), single = Recorder(Emulator.Backend);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            together.Record(epoch, Layers(epoch));
            foreach (LayerActivations<float> layer in Layers(epoch))
                single.Record(epoch, layer.Layer, layer.AsSamples());
        }

        Assert.Equal([1, 1, 3 + 6, 3 + 6], batches.Sizes);
        Assert.Equal(12, together.Plane.Points.Count);
        foreach ((InformationPlanePoint expected, InformationPlanePoint actual) in single.Plane.Points.Zip(together.Plane.Points))
        {
            Assert.Equal((expected.Epoch, expected.Layer), (actual.Epoch, actual.Layer));
            Assert.Equal(expected.Input.Value.Nats, actual.Input.Value.Nats);
            Assert.Equal(expected.Target.Value.Nats, actual.Target.Value.Nats);
            Assert.StartsWith("GPU (", expected.Input.Diagnostics.Backend, StringComparison.Ordinal);
        }
    }

    private static InformationPlaneRecorder<float> Recorder(IComputeBackend backend) => new(
        Symbols.FromLabels([.. Enumerable.Range(0, N).Select(i => i / 2)]),
        Symbols.FromLabels([.. Enumerable.Range(0, N).Select(i => i % 3)]),
        Estimators.MatrixRenyi(),
        Estimators.MatrixRenyi(1))
    {
        Options = new EstimationOptions { Backend = backend },
    };

    private static LayerActivations<float>[] Layers(int epoch) =>
    [
        .. Enumerable.Range(1, 3).Select(width => LayerActivations.FromRows<float>(
            $"hidden-{width}", Array.ConvertAll(Seeded.Normal(new Random(10 * epoch + width), N * width), value => (float)value), width)),
    ];

    /// <summary>Another backend, with a list of how many spectra each call asked for.</summary>
    private sealed class Batches(IComputeBackend backend) : IComputeBackend
    {
        public List<int> Sizes { get; } = [];

        public string Name => backend.Name;

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) => backend.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => backend.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) => throw new NotSupportedException("One after another.");

        public IReadOnlyList<double[]> Spectra(IReadOnlyList<Similarity> similarities, EstimationOptions options)
        {
            Sizes.Add(similarities.Count);
            return backend.Spectra(similarities, options);
        }
    }
}
