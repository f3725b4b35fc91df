using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class GlorotUniformTests
{
    // Uniform in ±√(6/150): variance 2/150. Of 5000 draws the variance errs by 1.3 %, √(0.8/5000), one deviation; 5 % is four.
    [Fact]
    public void Fill_ManyWeights_HaveTheRangeAndVarianceOfTheFormula()
    {
        var weights = new Matrix<double>(50, 100);
        GlorotUniform.Fill(weights, new Random(1));
        double[] drawn = weights.Values.ToArray();
        Assert.InRange(drawn.Max(Math.Abs), 0.99 * Math.Sqrt(6.0 / 150), Math.Sqrt(6.0 / 150));
        Assert.Equal(2.0 / 150, drawn.Average(value => value * value), 0.05 * 2 / 150);
    }
}
