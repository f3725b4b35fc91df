using MutualInfo.Kernels.Primitives.Device;
using MutualInfo.Reference;

namespace MutualInfo.Gpu.Tests.Arithmetic;

/// <summary>The exponential of the kernels against decimal arithmetic, on arrays: no device is needed.</summary>
public class ScalarExponentialTests
{
    [Fact]
    public void Of_ArgumentsOfEverySize_IsWithinOneUlp()
    {
        Random random = new(1);
        for (int exponent = -52; exponent < 10; exponent++)
        {
            for (int run = 0; run < 20; run++)
            {
                double x = -Math.ScaleB(1 + random.NextDouble(), exponent);
                // Below this the result is 0, as documented.
                if (x < -708.7)
                    continue;
                double actual = ScalarExponential.Of(x);
                double ulps = HighPrecision.ErrorOfExp(x, actual, Math.BitIncrement(actual) - actual);
                Assert.True(ulps <= 1, $"e^{x:R} = {actual:R} is off by {ulps} ulp.");
            }
        }
    }

    [Fact]
    public void Of_Ends_AreExact()
    {
        Assert.Equal(1, ScalarExponential.Of(0));
        Assert.Equal(1, ScalarExponential.Of(-0.0));
        Assert.Equal(0, ScalarExponential.Of(-709));
        Assert.Equal(0, ScalarExponential.Of(-1e300));
        Assert.Equal(0, ScalarExponential.Of(double.NegativeInfinity));
    }

    // Double's exponential is within an ulp of its own, a billionth of single's.
    [Fact]
    public void OfSingle_ArgumentsOfEverySize_IsWithinOneUlp()
    {
        Random random = new(1);
        for (int exponent = -24; exponent < 7; exponent++)
        {
            for (int run = 0; run < 1000; run++)
            {
                float x = (float)-Math.ScaleB(1 + random.NextDouble(), exponent);
                // Below this the result has no leading digit.
                if (x < -87.33f)
                    continue;
                float actual = ScalarExponential.OfSingle(x);
                double ulps = Math.Abs(actual - Math.Exp(x)) / (MathF.BitIncrement(actual) - actual);
                Assert.True(ulps <= 1, $"e^{x:R} = {actual:R} is off by {ulps} ulp.");
            }
        }
    }

    [Fact]
    public void OfSingle_Ends_AreExact()
    {
        Assert.Equal(1, ScalarExponential.OfSingle(0f));
        Assert.Equal(1, ScalarExponential.OfSingle(-0f));
        Assert.Equal(0, ScalarExponential.OfSingle(-87.7f));
        Assert.Equal(0, ScalarExponential.OfSingle(-1e30f));
        Assert.Equal(0, ScalarExponential.OfSingle(float.NegativeInfinity));
    }
}
