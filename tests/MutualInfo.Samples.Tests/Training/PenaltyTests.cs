using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

/// <summary>Layers that add a term to the loss, noisy or not: every derivative, and the terms by their formulas.</summary>
public class PenaltyTests
{
    [Fact]
    public void SparsityPenalty_Gradient_EqualsDifferences() =>
        GradientCheck.Layer(new SparsityPenalty<double>(0.05, 0.3), Activities(4, 9, new Random(1)), seed: 2);

    // Mean activity 0.5 against a target of 0.2, in nats.
    [Fact]
    public void SparsityPenalty_KnownActivity_IsTheDivergenceOfCoins()
    {
        var layer = new SparsityPenalty<double>(0.2, 0.1);
        var input = new Matrix<double>(1, 2);
        input.Values[0] = 0.3;
        input.Values[1] = 0.7;
        Assert.Equal(input.Values.ToArray(), layer.Forward(input).Values.ToArray());
        Assert.Equal(0.1 * ((0.2 * Math.Log(0.2 / 0.5)) + (0.8 * Math.Log(0.8 / 0.5))), layer.Penalty, 1e-15);
    }

    [Fact]
    public void LabelPenalty_Gradient_EqualsDifferences()
    {
        var layer = new LabelPenalty<double>(0.3);
        layer.SetLabels([0, 1, 2, 2, 1]);
        GradientCheck.Layer(layer, GradientCheck.Numbers(3, 5, new Random(11)), seed: 12);
    }

    [Fact]
    public void Sequential_PenaltiesInside_GradientsEqualDifferences()
    {
        var random = new Random(13);
        var network = new Sequential<double>(
            NewDense(5, 4, random),
            new Sigmoid<double>(),
            new SparsityPenalty<double>(0.1, 0.2),
            new Sequential<double>(new GaussianCode<double>(NewDense(4, 3, random), NewDense(4, 3, random), random)),
            NewDense(3, 2, random));
        network.Redraw();
        GradientCheck.Layer(network, GradientCheck.Numbers(5, 7, random), seed: 14);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GaussianCode_Gradients_EqualDifferences(bool isNoisy)
    {
        var random = new Random(3);
        var layer = new GaussianCode<double>(NewDense(5, 3, random), NewDense(5, 3, random), random) { RateWeight = 0.7 };
        if (isNoisy)
            layer.Redraw();
        GradientCheck.Layer(layer, GradientCheck.Numbers(5, 7, random), seed: 4);
    }

    [Fact]
    public void GaussianCode_StandardNormal_HasNoRate()
    {
        var layer = new GaussianCode<double>(new Dense<double>(2, 3), new Dense<double>(2, 3), new Random(5));
        layer.Forward(GradientCheck.Numbers(2, 4, new Random(6)));
        Assert.Equal(0, layer.Rate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InformationDropout_LogUniformPrior_GradientsEqualDifferences(bool isNoisy) =>
        CheckInformationDropout(new Relu<double>(), new LogUniformPrior<double>(0.701), isNoisy);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void InformationDropout_LogNormalPrior_GradientsEqualDifferences(bool isNoisy)
    {
        var prior = new LogNormalPrior<double>();
        prior.Mean.Value.Values[0] = 0.3;
        prior.Deviation.Value.Values[0] = 0.8;
        CheckInformationDropout(new Softplus<double>(), prior, isNoisy);
    }

    // α = α_max·½ + 0.001 for g = 0; a unit of value 1 with the prior's own deviation would be α²/2 − ½ − ln α.
    [Fact]
    public void InformationDropout_ZeroWeights_HasTheRatesOfTheFormulas()
    {
        const double Alpha = 0.351;
        var input = new Matrix<double>(2, 3);
        input.Values.Fill(1);
        var value = new Dense<double>(2, 1);
        value.Biases.Value.Values[0] = 1;

        var uniform = new InformationDropout<double>(
            value, new Dense<double>(2, 1), 0.7, new LogUniformPrior<double>(0.701), new Random(7));
        uniform.Forward(input);
        Assert.Equal(-Math.Log(Alpha / 0.701), uniform.Rate, 1e-14);

        var normal = new InformationDropout<double>(value, new Dense<double>(2, 1), 0.7, new LogNormalPrior<double>(), new Random(8));
        normal.Forward(input);
        Assert.Equal((0.5 * ((Alpha * Alpha) - 1)) - Math.Log(Alpha), normal.Rate, 1e-14);
    }

    private static void CheckInformationDropout(ILayer<double> activation, IRatePrior<double> prior, bool isNoisy)
    {
        var random = new Random(9);
        var value = new Sequential<double>(NewDense(4, 3, random), activation);
        var layer = new InformationDropout<double>(value, NewDense(4, 3, random), 0.7, prior, random) { RateWeight = 0.4 };
        if (isNoisy)
            layer.Redraw();
        GradientCheck.Layer(layer, GradientCheck.Numbers(4, 7, random), seed: 10);
    }

    private static Dense<double> NewDense(int inputs, int outputs, Random random)
    {
        var layer = new Dense<double>(inputs, outputs);
        UniformFanIn.Fill(layer, random);
        return layer;
    }

    private static Matrix<double> Activities(int rows, int columns, Random random)
    {
        var matrix = new Matrix<double>(rows, columns);
        foreach (ref double value in matrix.Values)
            value = 0.05 + (0.9 * random.NextDouble());
        return matrix;
    }
}
