using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.Training;

/// <summary>Compares derived gradients with central differences, in double.</summary>
internal static class GradientCheck
{
    /// <summary>
    /// With a step of 1e−5, the difference quotient of a function whose derivatives are of order 1 errs by about h² = 1e−10 in theory and
    /// by ε/h = 2e−11 in rounding; a wrong formula errs by order 1. 1e−8 is far from both.
    /// </summary>
    private const double Tolerance = 1e-8;

    private const double Step = 1e-5;

    /// <summary>
    /// Checks a layer under the loss Σ g·output, whose derivative with respect to the output is g, and the layer's own term if it has one.
    /// </summary>
    public static void Layer(ILayer<double> layer, Matrix<double> input, int seed)
    {
        Matrix<double> output = layer.Forward(input);
        Matrix<double> outputGradient = Numbers(output.Rows, output.Columns, new Random(seed));
        double[] inputGradient = layer.Backward(outputGradient).Values.ToArray();
        double[][] gradients = [.. layer.Parameters.Select(parameter => parameter.Gradient.Values.ToArray())];

        double Loss()
        {
            ReadOnlySpan<double> values = layer.Forward(input).Values;
            double sum = layer is IPenalizingLayer<double> penalizing ? penalizing.Penalty : 0;
            for (int i = 0; i < values.Length; i++)
                sum += values[i] * outputGradient.Values[i];
            return sum;
        }

        Compare("input", input, inputGradient, Loss);
        for (int i = 0; i < gradients.Length; i++)
            Compare($"parameter {i}", layer.Parameters[i].Value, gradients[i], Loss);
    }

    public static void Compare(string what, Matrix<double> variable, double[] gradient, Func<double> loss)
    {
        Assert.Equal(variable.Values.Length, gradient.Length);
        for (int i = 0; i < gradient.Length; i++)
        {
            double value = variable.Values[i];
            variable.Values[i] = value + Step;
            double above = loss();
            variable.Values[i] = value - Step;
            double below = loss();
            variable.Values[i] = value;
            double expected = (above - below) / (2 * Step);
            Assert.True(
                Math.Abs(gradient[i] - expected) <= Tolerance * Math.Max(1, Math.Abs(expected)),
                $"{what}[{i}]: derived {gradient[i]:R}, by differences {expected:R}");
        }
    }

    /// <summary>Numbers between −2 and 2, none nearer to 0 than 0.01: no difference quotient may straddle the kink of ReLU.</summary>
    public static Matrix<double> Numbers(int rows, int columns, Random random)
    {
        var matrix = new Matrix<double>(rows, columns);
        foreach (ref double value in matrix.Values)
            value = (random.Next(2) == 0 ? -1 : 1) * (0.01 + (1.99 * random.NextDouble()));
        return matrix;
    }
}
