using MutualInfo.Training.SignCodes;

namespace MutualInfo.SampleTests.Training.SignCodes;

public class SignLimitsTests
{
    // The table of the derivation to five digits; its 0.12489 at r = 4 is 0.12488 by its own formula.
    [Theory]
    [InlineData(0.1, 0.93634, 0.87055)]
    [InlineData(0.5, 0.68169, 0.50000)]
    [InlineData(1, 0.36338, 0.25000)]
    [InlineData(1.5, 0.27564, 0.12500)]
    [InlineData(2, 0.22203, 0.06250)]
    [InlineData(4, 0.12488, 0.00391)]
    public void Limits_Rate_AreThoseOfTheTable(double rate, double optimum, double shannon)
    {
        Assert.Equal(optimum, SignLimits.Optimum(rate), 5e-6);
        Assert.Equal(shannon, SignLimits.Shannon(rate), 5e-6);
    }

    [Fact]
    public void Optimum_BothFormulas_MeetAtOne() => Assert.Equal(SignLimits.Optimum(1), SignLimits.Optimum(1 + 1e-15), 1e-14);
}
