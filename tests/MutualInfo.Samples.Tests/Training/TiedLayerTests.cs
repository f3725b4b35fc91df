using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class TiedLayerTests
{
    [Theory]
    [InlineData(5, 4, 11)]
    [InlineData(3, 2, 3)]
    public void TransposedDense_Gradients_EqualDifferences(int inputs, int outputs, int samples)
    {
        var random = new Random(1);
        var encoder = new Dense<double>(outputs, inputs);
        UniformFanIn.Fill(encoder, random);
        var decoder = new TransposedDense<double>(encoder);
        UniformFanIn.Fill(decoder.Biases.Value.Values, 1, random);
        GradientCheck.Layer(decoder, GradientCheck.Numbers(inputs, samples, random), seed: 2);
    }

    // One matrix, two uses: a difference quotient sees the sum of both gradients.
    [Fact]
    public void TransposedDense_AfterItsEncoder_HasTheOtherPartOfTheGradient()
    {
        var random = new Random(3);
        var encoder = new Dense<double>(6, 3);
        UniformFanIn.Fill(encoder, random);
        var decoder = new TransposedDense<double>(encoder);
        var network = new Sequential<double>(encoder, new Sigmoid<double>(), decoder, new Sigmoid<double>());
        Matrix<double> input = GradientCheck.Numbers(6, 9, random), targets = GradientCheck.Numbers(6, 9, random);
        var loss = new MeanSquaredError<double>();
        double Evaluate() => loss.Evaluate(network.Forward(input), targets);

        Evaluate();
        network.Backward(loss.Gradient);
        double[] both = [.. encoder.Weights.Gradient.Values.ToArray().Zip(decoder.Weights.Gradient.Values.ToArray(), (a, b) => a + b)];
        GradientCheck.Compare("shared weights", encoder.Weights.Value, both, Evaluate);
    }
}
