using MutualInfo.InformationPlanes.Autoencoders;
using MutualInfo.InformationPlanes.Reproductions;
using MutualInfo.Recording;
using MutualInfo.Training;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.SampleTests.Autoencoders;

public class AutoencoderRunTests
{
    private static readonly ImageSet _images = DrawnDigits.Create(1000, 100);

    // Every autoencoder of the paper, trained for a few steps: the layers it must have, and a loss that falls.
    [Theory]
    [InlineData(AutoencoderKind.Shallow, "Z")]
    [InlineData(AutoencoderKind.Sparse, "Z")]
    [InlineData(AutoencoderKind.Tied, "Z")]
    [InlineData(AutoencoderKind.Deep, "E1 E2 Z D1 D2")]
    [InlineData(AutoencoderKind.DeepOnTenth, "E1 E2 Z D1 D2")]
    [InlineData(AutoencoderKind.Variational, "E1 E2 Z D1 D2")]
    [InlineData(AutoencoderKind.Label, "E1 E2 Z D1 D2")]
    public void Execute_EveryKind_MeasuresItsLayersAndLearns(AutoencoderKind kind, string layers)
    {
        AutoencoderResult result = Execute(kind, seed: 1);
        Assert.Equal(layers.Split(' '), result.Plane.Layers);
        Assert.Equal([0, 1, 10, 20], result.Plane.Points.Where(point => point.Layer == "Z").Select(point => point.Epoch));
        Assert.True(result.Losses[^1].Test < result.Losses[0].Test, $"{result.Losses[0].Test} → {result.Losses[^1].Test}");
        Assert.Contains(new AutoencoderClaims([result]).Judge(withFigures: false), claim => claim is { Kind: ClaimKind.Exact, Holds: true });
    }

    [Fact]
    public void Execute_EqualSeeds_GiveEqualBits()
    {
        // The one with noise, and with every generator in use.
        Assert.Equal(Bits(Execute(AutoencoderKind.Variational, seed: 2)), Bits(Execute(AutoencoderKind.Variational, seed: 2)));
        Assert.NotEqual(Bits(Execute(AutoencoderKind.Variational, seed: 2)), Bits(Execute(AutoencoderKind.Variational, seed: 3)));
    }

    // How often is measured must not change what is trained: the noise of a step is drawn once for both.
    [Fact]
    public void Execute_OtherSchedule_TrainsTheSame()
    {
        AutoencoderOptions often = Options(AutoencoderKind.Variational, seed: 4) with { Schedule = RecordingSchedule.EveryEpoch };
        AutoencoderResult result = AutoencoderRun.Execute(often, _images.Train, _images.Test, null);
        Assert.Equal(Bits(Execute(AutoencoderKind.Variational, seed: 4))[^5..], Bits(result)[^5..]);
    }

    // A code whose noise is smaller than its spread is unique for every image, and matrix Rényi then says log₂ 100.
    [Fact]
    public void Execute_VariationalAtTheStart_IsSaturated()
    {
        AutoencoderResult result = Execute(AutoencoderKind.Variational, seed: 5);
        Assert.InRange(result.Bits("Z", PlaneAxis.Input, CourseMoment.Start), 6.5, Math.Log2(100) + 1e-9);
    }

    // The start of torch.nn.Linear(784, 50): uniform in ±1/28, biases too.
    [Fact]
    public void Autoencoder_FirstWeights_AreThoseOfPyTorch()
    {
        var autoencoder = new Autoencoder(AutoencoderKind.Shallow, 784, new Random(6), new Random(7));
        Assert.Equal([784 * 50, 50, 50 * 784, 784], autoencoder.Parameters.Select(parameter => parameter.Value.Values.Length));
        foreach ((Parameter<float> parameter, double bound) in autoencoder.Parameters.Zip([1.0 / 28, 1.0 / 28, 1 / Math.Sqrt(50), 1 / Math.Sqrt(50)]))
        {
            float largest = parameter.Value.Values.ToArray().Max(Math.Abs);
            Assert.InRange(largest, 0.9 * bound, bound);
        }
    }

    private static AutoencoderResult Execute(AutoencoderKind kind, int seed) =>
        AutoencoderRun.Execute(Options(kind, seed), _images.Train, _images.Test, null);

    private static AutoencoderOptions Options(AutoencoderKind kind, int seed) => new()
    {
        Kind = kind,
        Seed = seed,
        Steps = 20,
        Schedule = RecordingSchedule.Logarithmic(perDecade: 1),
        Estimation = new EstimationOptions { MaxDegreeOfParallelism = 1 },
    };

    private static double[] Bits(AutoencoderResult result) =>
        [.. result.Plane.Points.OrderBy(point => point.Epoch).SelectMany(point => new[] { point.Input.Value.Bits, point.Target.Value.Bits })];
}
