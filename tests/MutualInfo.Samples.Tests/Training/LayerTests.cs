using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

public class LayerTests
{
    // 11 columns fill no whole number of registers, 3 fill none.
    [Theory]
    [InlineData(5, 4, 11)]
    [InlineData(3, 2, 3)]
    [InlineData(1, 7, 40)]
    public void Dense_Gradients_EqualDifferences(int inputs, int outputs, int samples)
    {
        var random = new Random(1);
        GradientCheck.Layer(Dense(inputs, outputs, random), GradientCheck.Numbers(inputs, samples, random), seed: 2);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void Activations_Gradients_EqualDifferences(int samples)
    {
        foreach (ILayer<double> layer in (ILayer<double>[])
            [new Tanh<double>(), new Relu<double>(), new Sigmoid<double>(), new Softplus<double>(), new Softmax<double>()])
            GradientCheck.Layer(layer, GradientCheck.Numbers(3, samples, new Random(3)), seed: 4);
    }

    [Fact]
    public void Sequential_Gradients_EqualDifferences()
    {
        var random = new Random(5);
        var network = new Sequential<double>(
            Dense(6, 5, random), new Tanh<double>(), Dense(5, 4, random), new Sigmoid<double>(), Dense(4, 3, random));
        Assert.Equal(6, network.Parameters.Count);
        GradientCheck.Layer(network, GradientCheck.Numbers(6, 9, random), seed: 6);
    }

    [Fact]
    public void Dense_Forward_IsWeightsTimesInputPlusBias()
    {
        var layer = new Dense<double>(2, 2);
        new[] { 1.0, 2, 3, 4 }.CopyTo(layer.Weights.Value.Values);
        new[] { 10.0, 20 }.CopyTo(layer.Biases.Value.Values);
        var input = new Matrix<double>(2, 1);
        new[] { 5.0, 6 }.CopyTo(input.Values);
        Assert.Equal([27.0, 59], layer.Forward(input).Values.ToArray());
    }

    [Fact]
    public void Activations_Forward_AreTheirFormulas()
    {
        Matrix<double> input = GradientCheck.Numbers(3, 7, new Random(7));
        AssertMaps(new Tanh<double>(), input, Math.Tanh);
        AssertMaps(new Relu<double>(), input, x => Math.Max(0, x));
        AssertMaps(new Sigmoid<double>(), input, x => 1 / (1 + Math.Exp(-x)));
        AssertMaps(new Softplus<double>(), input, x => Math.Log(1 + Math.Exp(x)));
    }

    [Fact]
    public void Relu_GradientAtZero_IsZero()
    {
        var layer = new Relu<double>();
        var input = new Matrix<double>(1, 9);
        input.Values.Clear();
        layer.Forward(input);
        var gradient = new Matrix<double>(1, 9);
        gradient.Values.Fill(1);
        Assert.All(layer.Backward(gradient).Values.ToArray(), value => Assert.Equal(0, value));
    }

    // The mean over a batch does not care how large the batch before it was.
    [Fact]
    public void Forward_SmallerBatchAfterLarger_IsAsIfAlone()
    {
        var random = new Random(8);
        var network = new Sequential<double>(Dense(4, 3, random), new Tanh<double>());
        Matrix<double> small = GradientCheck.Numbers(4, 5, random);
        double[] alone = network.Forward(small).Values.ToArray();
        network.Forward(GradientCheck.Numbers(4, 60, random));
        Assert.Equal(alone, network.Forward(small).Values.ToArray());
    }

    [Fact]
    public void Backward_BeforeForward_IsRefused()
    {
        var gradient = new Matrix<double>(2, 1);
        Assert.Throws<InvalidOperationException>(() => new Dense<double>(2, 2).Backward(gradient));
        Assert.Throws<InvalidOperationException>(() => new Tanh<double>().Backward(gradient));
    }

    private static Dense<double> Dense(int inputs, int outputs, Random random)
    {
        var layer = new Dense<double>(inputs, outputs);
        GradientCheck.Numbers(outputs, inputs, random).Values.CopyTo(layer.Weights.Value.Values);
        GradientCheck.Numbers(outputs, 1, random).Values.CopyTo(layer.Biases.Value.Values);
        return layer;
    }

    // 1e−14: a few roundings of numbers below 2.
    private static void AssertMaps(ILayer<double> layer, Matrix<double> input, Func<double, double> function)
    {
        double[] output = layer.Forward(input).Values.ToArray();
        for (int i = 0; i < output.Length; i++)
            Assert.Equal(function(input.Values[i]), output[i], 1e-14);
    }
}
