using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.SampleTests.Reproductions;

public class ClaimTests
{
    // Deviations −1, 0, 1 from the mean 2: a variance of 2/2 with n − 1.
    [Fact]
    public void SeedStatistics_ThreeSeeds_AreMeanAndDeviation()
    {
        var statistics = new SeedStatistics([1, 2, 3]);
        Assert.Equal((2.0, 1.0), (statistics.Mean, statistics.Deviation));
        Assert.Equal("2.00 ± 1.00", statistics.ToString());
    }

    [Fact]
    public void SeedStatistics_OneSeed_HasNoSpread()
    {
        Assert.Equal(double.NaN, new SeedStatistics([4]).Deviation);
        Assert.Equal("4.0", new SeedStatistics([4]).ToString("0.0"));
        Assert.Throws<ArgumentException>(() => new SeedStatistics([]));
    }

    [Theory]
    [InlineData("2 of 2", true, true, true)]
    [InlineData("1 of 2", false, true, false)]
    [InlineData("0 of 0", false)]
    public void OfSeeds_HoldsWhereAllDo(string measured, bool holds, params bool[] seeds)
    {
        Claim claim = Claim.OfSeeds(ClaimKind.Figure, "text", "paper", seeds);
        Assert.Equal((measured, holds), (claim.Measured, claim.Holds));
    }
}
