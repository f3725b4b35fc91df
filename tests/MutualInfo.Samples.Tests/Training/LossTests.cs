using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class LossTests
{
    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 19)]
    public void MeanSquaredError_Gradient_EqualsDifferences(int features, int samples)
    {
        Matrix<double> outputs = GradientCheck.Numbers(features, samples, new Random(1));
        Matrix<double> targets = GradientCheck.Numbers(features, samples, new Random(2));
        var loss = new MeanSquaredError<double>();
        loss.Evaluate(outputs, targets);
        GradientCheck.Compare("outputs", outputs, loss.Gradient.Values.ToArray(), () => loss.Evaluate(outputs, targets));
    }

    [Fact]
    public void MeanSquaredError_KnownErrors_IsTheirMeanSquare()
    {
        Matrix<double> outputs = new(2, 2), targets = new(2, 2);
        new[] { 1.0, 2, 3, 4 }.CopyTo(outputs.Values);
        new[] { 1.0, 0, 2, 7 }.CopyTo(targets.Values);
        Assert.Equal((0 + 4 + 1 + 9) / 4.0, new MeanSquaredError<double>().Evaluate(outputs, targets));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 19)]
    public void BernoulliCrossEntropy_Gradient_EqualsDifferences(int features, int samples)
    {
        Matrix<double> logits = GradientCheck.Numbers(features, samples, new Random(3)), targets = Shades(features, samples);
        var loss = new BernoulliCrossEntropy<double>();
        loss.Evaluate(logits, targets);
        GradientCheck.Compare("logits", logits, loss.Gradient.Values.ToArray(), () => loss.Evaluate(logits, targets));
    }

    // Summed over features and averaged over samples, by the logarithms of the probabilities.
    [Fact]
    public void BernoulliCrossEntropy_ModerateLogits_IsItsFormula()
    {
        Matrix<double> logits = GradientCheck.Numbers(3, 5, new Random(4)), targets = Shades(3, 5);
        double expected = 0;
        for (int i = 0; i < 15; i++)
        {
            double p = 1 / (1 + Math.Exp(-logits.Values[i])), t = targets.Values[i];
            expected -= (t * Math.Log(p)) + ((1 - t) * Math.Log(1 - p));
        }

        Assert.Equal(expected / 5, new BernoulliCrossEntropy<double>().Evaluate(logits, targets), 1e-13);
    }

    [Fact]
    public void BernoulliCrossEntropy_HugeLogits_StaysFinite()
    {
        Matrix<double> logits = new(2, 1), targets = new(2, 1);
        new[] { 1000.0, -1000 }.CopyTo(logits.Values);
        new[] { 0.0, 0 }.CopyTo(targets.Values);
        Assert.Equal(1000, new BernoulliCrossEntropy<double>().Evaluate(logits, targets));
    }

    [Fact]
    public void Evaluate_OtherShape_IsRefused()
    {
        Matrix<double> outputs = new(2, 3), targets = new(3, 2);
        Assert.Throws<ArgumentException>(() => new MeanSquaredError<double>().Evaluate(outputs, targets));
        Assert.Throws<ArgumentException>(() => new BernoulliCrossEntropy<double>().Evaluate(outputs, targets));
    }

    private static Matrix<double> Shades(int rows, int columns)
    {
        var random = new Random(5);
        var matrix = new Matrix<double>(rows, columns);
        foreach (ref double value in matrix.Values)
            value = random.NextDouble();
        return matrix;
    }
}
