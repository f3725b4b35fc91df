using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class SoftmaxCrossEntropyTests
{
    [Fact]
    public void Gradient_ThreeClasses_EqualsDifferences()
    {
        Matrix<double> logits = GradientCheck.Numbers(3, 10, new Random(1));
        int[] labels = [0, 1, 2, 2, 1, 0, 0, 1, 2, 0];
        var loss = new SoftmaxCrossEntropy<double>();
        loss.Evaluate(logits, labels);
        GradientCheck.Compare("logits", logits, loss.Gradient.Values.ToArray(), () => loss.Evaluate(logits, labels));
    }

    [Fact]
    public void Evaluate_EqualLogits_IsLogOfTheClasses()
    {
        var logits = new Matrix<double>(4, 9);
        logits.Values.Fill(-7);
        Assert.Equal(Math.Log(4), new SoftmaxCrossEntropy<double>().Evaluate(logits, new int[9]), 1e-15);
    }

    // A probability of e^−2000 rounds to 0; its logarithm would be −∞.
    [Fact]
    public void Evaluate_HugeLogits_StaysFinite()
    {
        var logits = new Matrix<double>(2, 1);
        new[] { 1000.0, -1000 }.CopyTo(logits.Values);
        var loss = new SoftmaxCrossEntropy<double>();
        Assert.Equal(2000, loss.Evaluate(logits, [1]));
        Assert.Equal([1.0, 0], loss.Probabilities.Values.ToArray());
    }

    [Fact]
    public void Softmax_KnownOdds_AreProbabilities()
    {
        var logits = new Matrix<double>(2, 1);
        new[] { Math.Log(3), 0 }.CopyTo(logits.Values);
        var loss = new SoftmaxCrossEntropy<double>();
        loss.Softmax(logits);
        Assert.Equal(0.75, loss.Probabilities.Values[0], 1e-15);
        Assert.Equal(0.25, loss.Probabilities.Values[1], 1e-15);
    }

    [Fact]
    public void Evaluate_WrongNumberOfLabels_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SoftmaxCrossEntropy<double>().Evaluate(new Matrix<double>(2, 3), [0, 1]));
}
