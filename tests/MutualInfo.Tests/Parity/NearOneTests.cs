using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Tests.Parity;

/// <summary>ln(1 + x) and eˣ − 1 against their power series in 28 decimal digits.</summary>
public class NearOneTests
{
    // Kahan's corrections are good to a few units in the last place.
    private const double Relative = 1e-15;

    public static TheoryData<double> Arguments() => [1e-300, 1e-20, 3.3e-16, 1e-12, 7e-9, 1.44e-6, 1e-3, 0.02, 0.1, 0.3, 0.45];

    [Theory]
    [MemberData(nameof(Arguments))]
    public void Log1P_EitherSign_EqualsItsSeries(double x)
    {
        foreach (double signed in (double[])[x, -x])
        {
            // ln(1 + x)/x = 1 − x/2 + x²/3 − …
            double expected = signed * (double)Series(signed, (power, k) => power / (k + 1) * (k % 2 == 0 ? 1 : -1));
            Assert.True(Math.Abs(NearOne.Log1P(signed) - expected) <= Relative * Math.Abs(expected), $"{signed:R}: {NearOne.Log1P(signed):R}, expected {expected:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public void ExpM1_EitherSign_EqualsItsSeries(double x)
    {
        foreach (double signed in (double[])[x, -x])
        {
            decimal factorial = 1;
            // (eˣ − 1)/x = 1 + x/2! + x²/3! + …
            double expected = signed * (double)Series(signed, (power, k) => k > 26 ? 0 : power / (factorial *= k + 1));
            Assert.True(Math.Abs(NearOne.ExpM1(signed) - expected) <= Relative * Math.Abs(expected), $"{signed:R}: {NearOne.ExpM1(signed):R}, expected {expected:R}");
        }
    }

    [Fact]
    public void Log1PAndExpM1_AtTheEnds_AreTheirLimits()
    {
        Assert.Equal(0.0, NearOne.Log1P(0));
        Assert.Equal(double.NegativeInfinity, NearOne.Log1P(-1));
        Assert.Equal(0.0, NearOne.ExpM1(0));
        Assert.Equal(-1.0, NearOne.ExpM1(double.NegativeInfinity));
        Assert.Equal(-1.0, NearOne.ExpM1(-800));
        Assert.Equal(double.PositiveInfinity, NearOne.ExpM1(800));
        Assert.Equal(Math.Log(1e10 + 1), NearOne.Log1P(1e10), Relative * 100);
    }

    private static decimal Series(double x, Func<decimal, int, decimal> term)
    {
        decimal exact = Math.Abs(x) < 1e-27 ? 0 : (decimal)x;
        decimal power = 1;
        decimal sum = 0;
        for (int k = 0; k < 90; k++)
        {
            sum += term(power, k);
            power *= exact;
        }

        return sum;
    }
}
