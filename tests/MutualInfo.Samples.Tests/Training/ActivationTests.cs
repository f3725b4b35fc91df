using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

/// <summary>The activation functions whose ranges have no bounds.</summary>
public class ActivationTests
{
    // 3 columns fill no register, 11 no whole number of them.
    [Theory]
    [InlineData(3)]
    [InlineData(11)]
    public void Activations_Gradients_EqualDifferences(int samples)
    {
        foreach (ILayer<double> layer in new ILayer<double>[]
            { new Abs<double>(), new Elu<double>(), new Softplus<double>(), new CentredSoftplus<double>(), new Swish<double>(), PRelu(0.3, -0.2, 0) })
        {
            GradientCheck.Layer(layer, GradientCheck.Numbers(3, samples, new Random(1)), seed: 2);
        }
    }

    [Fact]
    public void Activations_Forward_AreTheirFormulas()
    {
        AssertMaps(new Abs<double>(), Math.Abs);
        AssertMaps(new Elu<double>(), x => x > 0 ? x : Math.Exp(x) - 1);
        AssertMaps(new Softplus<double>(), x => Math.Log(1 + Math.Exp(x)));
        AssertMaps(new CentredSoftplus<double>(), x => Math.Log((1 + Math.Exp(x)) / 2));
        AssertMaps(new Swish<double>(), x => x / (1 + Math.Exp(-x)));
        AssertMaps(PRelu(0.25, 0.25, 0.25), x => x > 0 ? x : x / 4);
    }

    // What overflows half-way must not come out as infinity or NaN.
    [Fact]
    public void Activations_HugeInputs_StayFinite()
    {
        foreach (ILayer<double> layer in new ILayer<double>[] { new Elu<double>(), new Softplus<double>(), new CentredSoftplus<double>(), new Swish<double>() })
        {
            var input = new Matrix<double>(1, 9);
            input.Values.Fill(-1000);
            input.Values[0] = 1000;
            Assert.All(layer.Forward(input).Values.ToArray(), value => Assert.True(double.IsFinite(value), $"{layer}: {value}"));
            Assert.Equal(1000, layer.Output.Values[0], 1.0);   // up to the ln 2 of centring
            Assert.All(layer.Backward(input).Values.ToArray(), value => Assert.True(double.IsFinite(value), $"{layer}: {value}"));
        }
    }

    [Fact]
    public void Abs_GradientAtZero_IsZero()
    {
        var layer = new Abs<double>();
        var input = new Matrix<double>(1, 1);
        layer.Forward(input);
        var gradient = new Matrix<double>(1, 1);
        gradient.Values.Fill(1);
        Assert.Equal(0, layer.Backward(gradient).Values[0]);
    }

    private static PRelu<double> PRelu(params double[] slopes)
    {
        var layer = new PRelu<double>(slopes.Length);
        slopes.CopyTo(layer.Slopes.Value.Values);
        return layer;
    }

    // 1e−14: a few roundings of numbers of order 2.
    private static void AssertMaps(ILayer<double> layer, Func<double, double> function)
    {
        Matrix<double> input = GradientCheck.Numbers(3, 7, new Random(3));
        double[] output = layer.Forward(input).Values.ToArray();
        for (int i = 0; i < output.Length; i++)
            Assert.Equal(function(input.Values[i]), output[i], 1e-14);
    }
}
