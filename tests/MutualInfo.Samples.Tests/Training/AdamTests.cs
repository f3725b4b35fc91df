using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class AdamTests
{
    /// <summary>
    /// By hand, with α = 0.1 and the gradients 2 and then −1. First step: m̂ = 2 and v̂ = 4, so θ = 1 − 0.1·2/(2 + 1e−8). Second:
    /// m = 0.9·0.2 − 0.1 = 0.08, m̂ = 0.08/0.19; v = 0.999·0.004 + 0.001 = 0.004996, v̂ = 0.004996/0.001999.
    /// </summary>
    [Fact]
    public void Step_TwoGradients_FollowsTheFormula()
    {
        var parameter = new Parameter<double>(1, 1);
        parameter.Value.Values[0] = 1;
        var adam = new Adam<double>([parameter], 0.1);

        parameter.Gradient.Values[0] = 2;
        adam.Step();
        double first = 1 - (0.1 * 2 / (2 + 1e-8));
        Assert.Equal(first, parameter.Value.Values[0], 1e-14);

        parameter.Gradient.Values[0] = -1;
        adam.Step();
        double second = first - (0.1 * (0.08 / 0.19) / (Math.Sqrt(0.004996 / 0.001999) + 1e-8));
        Assert.Equal(second, parameter.Value.Values[0], 1e-14);
    }

    // With ε as large as the gradient, a step is half as long: this is where ε, and its place, can be seen.
    [Fact]
    public void Step_EpsilonAsLargeAsTheGradient_IsHalf()
    {
        var parameter = new Parameter<double>(1, 1);
        parameter.Gradient.Values[0] = 3;
        new Adam<double>([parameter], 0.1) { Epsilon = 3 }.Step();
        Assert.Equal(-0.05, parameter.Value.Values[0], 1e-14);
    }

    [Fact]
    public void Step_SeveralParameters_MovesEachByItsOwn()
    {
        Parameter<double>[] parameters = [new(2, 3), new(1, 1)];
        parameters[0].Gradient.Values.Fill(5);
        parameters[1].Gradient.Values.Fill(-0.25);
        new Adam<double>(parameters, 0.1).Step();
        Assert.All(parameters[0].Value.Values.ToArray(), value => Assert.Equal(-0.1, value, 1e-8));
        Assert.Equal(0.1, parameters[1].Value.Values[0], 1e-8);
    }
}
