using System.Globalization;

namespace MutualInfo.Tests;

/// <summary>The amount that carries its unit.</summary>
public class InformationTests
{
    // S7: bits = nats / ln 2, to 2 ulp.
    [Theory, InlineData(0.0), InlineData(1.0), InlineData(-0.058893689), InlineData(1e-300), InlineData(12.0)]
    public void FromBits_AnyAmount_IsThatManyNatsOverLogTwo(double bits)
    {
        Information amount = Information.FromBits(bits);
        double twoUlp = 2 * Math.BitIncrement(Math.Abs(bits)) - 2 * Math.Abs(bits);
        Assert.InRange(amount.Bits, bits - twoUlp, bits + twoUlp);
        Assert.Equal(bits * Math.Log(2), amount.Nats);
        Assert.Equal(amount, Information.FromNats(amount.Nats));
    }

    [Fact]
    public void Operators_OnAmounts_CalculateInNats()
    {
        Information one = Information.FromNats(1);
        Information three = Information.FromNats(3);
        Assert.Equal(4, (one + three).Nats);
        Assert.Equal(-2, (one - three).Nats);
        Assert.Equal(-1, (-one).Nats);
        Assert.Equal(6, (three * 2).Nats);
        Assert.Equal(6, (2 * three).Nats);
        Assert.Equal(1.5, (three / 2).Nats);
        Assert.Equal(3, three / one);
        Assert.True(one < three && three > one && one <= three && three >= one);
        Assert.Equal(one, Information.Min(one, three));
        Assert.Equal(three, Information.Max(one, three));
        Assert.True(one.CompareTo(three) < 0);
    }

    [Theory]
    [InlineData(0.99915, null, "0.9992 bits")]
    [InlineData(-4e-16, null, "0.0000 bits")]
    [InlineData(-0.0589, null, "-0.0589 bits")]
    [InlineData(1.0, "F1", "1.0 bits")]
    [InlineData(1.0, "nats", "0.6931 nats")]
    [InlineData(1.0, "nats:F2", "0.69 nats")]
    [InlineData(2.0, "bits:0", "2 bits")]
    public void ToString_Format_SaysTheUnit(double bits, string? format, string expected) =>
        Assert.Equal(expected, Information.FromBits(bits).ToString(format, null));

    [Fact]
    public void ToString_GivenCulture_UsesItAndElseNone()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("0.5000 bits", Information.FromBits(0.5).ToString());
            Assert.Equal("0,5000 bits", Information.FromBits(0.5).ToString(null, CultureInfo.CurrentCulture));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void FromBitsAndFromNats_NaN_IsRefused()
    {
        Assert.Equal("bits", Assert.Throws<ArgumentOutOfRangeException>(() => Information.FromBits(double.NaN)).ParamName);
        Assert.Equal("nats", Assert.Throws<ArgumentOutOfRangeException>(() => Information.FromNats(double.NaN)).ParamName);
    }
}
