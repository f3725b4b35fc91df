using MutualInfo.Training.SignCodes;

namespace MutualInfo.SampleTests.Training.SignCodes;

public class SignDescentTests
{
    [Theory]
    [InlineData(SignDecoder.Free)]
    [InlineData(SignDecoder.Tied)]
    public void Step_UpToOneBitANumber_ReachesTheOptimumAndOrthonormalRows(SignDecoder decoder)
    {
        foreach (int signs in new[] { 3, 8, 12 })
        {
            var descent = new SignDescent(12, signs, decoder, new Random(signs));
            Assert.True(descent.LargestCosine > 0.1, $"seed {signs} starts orthonormal");
            for (int step = 0; step < 100; step++)
                descent.Step();

            // The issue of the system asks for 1e−9; the risk is quadratic in the cosines.
            Assert.Equal(SignLimits.Optimum(signs / 12.0), descent.Risk, 1e-9);
            Assert.InRange(descent.LargestCosine, 0, 1e-6);
        }
    }

    [Fact]
    public void Step_MoreThanOneBitANumber_FallsTowardsTheBoundAndNotBelow()
    {
        var descent = new SignDescent(12, 18, SignDecoder.Free, new Random(1));
        double bound = SignLimits.Optimum(1.5), before = descent.Risk;
        for (int step = 0; step < 100; step++)
        {
            descent.Step();
            Assert.InRange(descent.Risk, bound, before);
            before = descent.Risk;
        }

        Assert.InRange(descent.Risk, bound, 1.01 * bound);
    }
}
