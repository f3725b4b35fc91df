using MutualInfo.Training;
using MutualInfo.Training.Layers;
using MutualInfo.Training.Quantization;

namespace MutualInfo.SampleTests.Training.Quantization;

public class QuantizedLayerTests
{
    // The gradient that passes straight through is that of clipping to the grid's ends, so it must equal the differences of a clip.
    [Fact]
    public void FakeQuantization_Gradient_EqualsDifferencesOfItsClip()
    {
        Matrix<double> input = GradientCheck.Numbers(3, 11, new Random(1));
        var layer = new FakeQuantization<double>(4, new GivenRange<double>(-1, 1.2));
        layer.Forward(input);
        Matrix<double> outputGradient = GradientCheck.Numbers(3, 11, new Random(2));
        double[] gradient = layer.Backward(outputGradient).Values.ToArray();
        Assert.Contains(0, gradient);

        double low = layer.Grid.Low, high = layer.Grid.High;
        GradientCheck.Compare("input", input, gradient, () => Weighted(outputGradient, i => Math.Clamp(input.Values[i], low, high)));
    }

    // As above for the weights; for the input and the biases the layer is an affine one with quantised weights.
    [Fact]
    public void QuantizedDense_Gradients_EqualDifferencesOfClippedWeights()
    {
        var layer = new QuantizedDense<double>(5, 4, bits: 3);
        GradientCheck.Numbers(4, 5, new Random(3)).Values.CopyTo(layer.Weights.Value.Values);
        Matrix<double> input = GradientCheck.Numbers(5, 9, new Random(4));
        layer.Forward(input);
        Matrix<double> outputGradient = GradientCheck.Numbers(4, 9, new Random(5));
        double[] inputGradient = layer.Backward(outputGradient).Values.ToArray();

        double Loss() => Weighted(outputGradient, i => layer.Output.Values[i]);
        double Forward()
        {
            layer.Forward(input);
            return Loss();
        }

        double[] biasGradient = layer.Biases.Gradient.Values.ToArray(), weightGradient = layer.Weights.Gradient.Values.ToArray();
        GradientCheck.Compare("input", input, inputGradient, Forward);
        GradientCheck.Compare("biases", layer.Biases.Value, biasGradient, Forward);

        double[] weights = layer.Weights.Value.Values.ToArray();
        double least = Math.Min(0, weights.Min()), greatest = Math.Max(0, weights.Max());
        var grid = new QuantizationGrid<double>(least, greatest, 3);
        var clipped = new Dense<double>(5, 4);
        GradientCheck.Compare("weights", layer.Weights.Value, weightGradient, () =>
        {
            for (int i = 0; i < weights.Length; i++)
                clipped.Weights.Value.Values[i] = Math.Clamp(layer.Weights.Value.Values[i], grid.Low, grid.High);
            Matrix<double> output = clipped.Forward(input);
            return Weighted(outputGradient, i => output.Values[i]);
        });
    }

    [Fact]
    public void QuantizedDense_Forward_ComputesWithWeightsOnTheGrid()
    {
        // 1 bit over [−1, 2]: step 3, 0 at a third of a step, which becomes 0 steps, so the grid is 0 and 3.
        var layer = new QuantizedDense<double>(2, 1, bits: 1);
        new[] { -1.0, 2 }.CopyTo(layer.Weights.Value.Values);
        layer.Biases.Value.Values[0] = 0.25;
        var input = new Matrix<double>(2, 1);
        input.Values.Fill(1);
        Assert.Equal(3.25, layer.Forward(input).Values[0]);
        Assert.Equal([-1.0, 2], layer.Weights.Value.Values.ToArray());
    }

    [Fact]
    public void Backward_BeforeForward_IsRefused() => Assert.Throws<InvalidOperationException>(
        () => new FakeQuantization<float>(8, new CurrentRange<float>()).Backward(new Matrix<float>(1, 1)));

    private static double Weighted(Matrix<double> weights, Func<int, double> value)
    {
        double sum = 0;
        for (int i = 0; i < weights.Values.Length; i++)
            sum += weights.Values[i] * value(i);
        return sum;
    }
}
