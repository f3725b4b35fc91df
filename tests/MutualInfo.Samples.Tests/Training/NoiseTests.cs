using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class NoiseTests
{
    // Mean and variance of 200,000 draws have deviations of 0.0022 and 0.0032; five of them is never, and a wrong formula is far off.
    [Fact]
    public void StandardNormal_ManyDraws_HasItsMoments()
    {
        double[] values = new double[200_001];
        StandardNormal.Fill<double>(values, new Random(1));
        Assert.Equal(0, values.Average(), 0.011);
        Assert.Equal(1, values.Average(value => value * value), 0.016);
        Assert.Equal(3, values.Average(value => value * value * value * value), 0.11);
    }

    // Uniform in ±0.1: within the bounds, and of variance 0.01 / 3, give or take five deviations of 0.9 % each.
    [Fact]
    public void UniformFanIn_HundredInputs_IsWithinATenth()
    {
        var layer = new Dense<double>(100, 100);
        UniformFanIn.Fill(layer, new Random(2));
        double[] weights = layer.Weights.Value.Values.ToArray();
        Assert.All(weights, weight => Assert.InRange(weight, -0.1, 0.1));
        Assert.Equal(0.01 / 3, weights.Average(weight => weight * weight), 0.01 / 3 * 0.045);
        Assert.Contains(layer.Biases.Value.Values.ToArray(), bias => Math.Abs(bias) > 0.05);
    }

    [Fact]
    public void Redraw_NextPass_ChangesTheNoiseAndOnlyThen()
    {
        foreach (INoisyLayer<double> layer in NoisyLayers())
        {
            Matrix<double> input = GradientCheck.Numbers(4, 50, new Random(3));
            double[] silent = layer.Forward(input).Values.ToArray();
            layer.Redraw();
            double[] first = layer.Forward(input).Values.ToArray();
            Assert.NotEqual(silent, first);
            Assert.Equal(first, layer.Forward(input).Values.ToArray());
            layer.Redraw();
            Assert.NotEqual(first, layer.Forward(input).Values.ToArray());
            layer.Silence();
            Assert.Equal(silent, layer.Forward(input).Values.ToArray());
        }
    }

    [Fact]
    public void Forward_OtherBatchSizeUnderTheSameNoise_IsRefused()
    {
        foreach (INoisyLayer<double> layer in NoisyLayers())
        {
            layer.Redraw();
            layer.Forward(GradientCheck.Numbers(4, 50, new Random(4)));
            Assert.Throws<InvalidOperationException>(() => layer.Forward(GradientCheck.Numbers(4, 49, new Random(5))));
        }
    }

    [Fact]
    public void BinaryDropout_Gradient_EqualsDifferences()
    {
        var layer = new BinaryDropout<double>(0.4, new Random(6));
        layer.Redraw();
        GradientCheck.Layer(layer, GradientCheck.Numbers(3, 11, new Random(7)), seed: 8);
    }

    // 40,000 numbers at a rate of 0.25: the dropped share has a deviation of 0.0022. What is kept is divided by 0.75.
    [Fact]
    public void BinaryDropout_QuarterRate_DropsAQuarterAndKeepsTheMean()
    {
        var layer = new BinaryDropout<double>(0.25, new Random(9));
        layer.Redraw();
        var input = new Matrix<double>(4, 10_000);
        input.Values.Fill(3);
        double[] output = layer.Forward(input).Values.ToArray();
        Assert.All(output, value => Assert.True(value is 0 or 4, $"{value}"));
        Assert.Equal(0.25, output.Count(value => value == 0) / 40_000.0, 0.011);
    }

    private static IEnumerable<INoisyLayer<double>> NoisyLayers()
    {
        var random = new Random(10);
        Dense<double> first = new(4, 3), second = new(4, 3);
        UniformFanIn.Fill(first, random);
        UniformFanIn.Fill(second, random);
        yield return new GaussianCode<double>(first, second, random);
        yield return new InformationDropout<double>(
            new Sequential<double>(first, new Softplus<double>()), second, 0.7, new LogNormalPrior<double>(), random);
        yield return new BinaryDropout<double>(0.5, random);
    }
}
