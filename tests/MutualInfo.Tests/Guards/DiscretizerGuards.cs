using MutualInfo.Discrete;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Tests.Guards;

/// <summary>What a discretizer or an entropy refuses, and what it does with values outside a given range.</summary>
public class DiscretizerGuards
{
    [Theory, InlineData(0), InlineData(-1), InlineData(int.MinValue), InlineData(EqualWidthBins.MaximumBins + 1), InlineData(int.MaxValue)]
    public void Bins_TooFewOrTooMany_Throw(int value)
    {
        string[] tells = [$"bins is {value}", "from 1 to 16777216"];
        Refusal.OutOfRange("bins", () => Estimators.Binning(value), tells);
        Refusal.OutOfRange("bins", () => Estimators.Binning(value, -1, 1), tells);
        Refusal.OutOfRange("bins", () => Estimators.AdaptiveBinning(value), tells);
        Refusal.OutOfRange("bins", () => _ = new EqualFrequencyBins(value), tells);
        Refusal.OutOfRange("bins", () => _ = new EqualWidthBins(3, BinRange.PerLayer) with { Bins = value }, tells);
        Refusal.OutOfRange("bins", () => _ = new EqualFrequencyBins(3) with { Bins = value }, tells);
        Refusal.OutOfRange("bins", () => _ = new EntropyBasedAdaptiveBins(3) with { Bins = value }, tells);
    }

    [Theory, InlineData(1), InlineData(-30)]
    public void Edges_FewerThanTwo_Throw(int value)
    {
        Refusal.OutOfRange("edges", () => _ = new ShwartzZivTishbyBins(value), $"edges is {value}");
        Refusal.OutOfRange("edges", () => _ = new ShwartzZivTishbyBins() with { Edges = value }, $"edges is {value}");
    }

    [Theory, InlineData(0), InlineData(25), InlineData(-8)]
    public void Bits_OutsideOneTo24_Throw(int value)
    {
        Refusal.OutOfRange("bits", () => _ = new QuantizedLevels(value), $"bits is {value}", "from 1 to 24");
        Refusal.OutOfRange("bits", () => _ = new QuantizedLevels(8) with { Bits = value }, $"bits is {value}");
    }

    [Theory, InlineData(0), InlineData(-0.5), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void Width_NotAFiniteNumberAboveZero_Throws(double value)
    {
        Refusal.OutOfRange("width", () => _ = new FixedWidthBins(value), "expected a finite number above 0");
        Refusal.OutOfRange("width", () => _ = new FixedWidthBins(1) with { Width = value }, "expected a finite number above 0");
    }

    [Theory, InlineData(double.NaN), InlineData(double.NegativeInfinity)]
    public void OriginOrLow_NotFinite_Throws(double value)
    {
        Refusal.OutOfRange("origin", () => _ = new FixedWidthBins(1, value), "expected a finite number");
        Refusal.OutOfRange("origin", () => _ = new FixedWidthBins(1) with { Origin = value }, "expected a finite number");
        Refusal.OutOfRange("low", () => Estimators.AdaptiveBinning(3, value), "expected a finite number");
        Refusal.OutOfRange("low", () => _ = new EntropyBasedAdaptiveBins(3) with { Low = value }, "expected a finite number");
    }

    [Theory]
    [InlineData(double.NaN, 1, "low"), InlineData(-1, double.NaN, "high"), InlineData(double.NegativeInfinity, 1, "low"), InlineData(0, double.PositiveInfinity, "high")]
    [InlineData(1, 1, "high"), InlineData(1, -1, "high"), InlineData(-1.7e308, 1.7e308, "high")]
    public void Range_NotFiniteOrNotAscending_Throws(double low, double high, string paramName)
    {
        Refusal.OutOfRange(paramName, () => BinRange.Given(low, high), $"{paramName} is");
        Refusal.OutOfRange(paramName, () => Estimators.Binning(30, low, high));
        Refusal.OutOfRange(paramName, () => _ = new ShwartzZivTishbyBins(30, low, high));
    }

    [Fact]
    public void ShwartzZivTishbyRange_NotOneOfSinglePrecision_Throws()
    {
        Refusal.OutOfRange("range", () => _ = new ShwartzZivTishbyBins(30, -1e300, 1e300), "single precision");
        Refusal.OutOfRange("range", () => _ = new ShwartzZivTishbyBins(30, 1, 1 + 1e-12), "single precision");
        Refusal.OutOfRange("range", () => _ = new ShwartzZivTishbyBins() with { Range = BinRange.PerLayer }, "a given range");
    }

    [Fact]
    public void QuantizedLevels_GivenRangeTooWideForThePrecision_Throws() => Refusal.OutOfRange(
        "range",
        () => new QuantizedLevels(8, BinRange.Given(-3e38, 3e38)).Encode(Samples.FromScalars<float>([1, 2])),
        "too wide for 8-bit levels");

    [Fact]
    public void QuantizedLevels_MeasuredRangeTooWide_Throws() => Refusal.OutOfRange(
        "x",
        () => new DiscreteEstimator(new QuantizedLevels(8)).Estimate(Samples.FromScalars([-1e308, 1e308]), Symbols.Distinct(2)),
        "x spans from",
        "Divide the samples by a constant first");

    [Fact]
    public void EqualWidth_MeasuredRangeTooWide_Throws()
    {
        Refusal.OutOfRange(
            "x", () => Estimators.Binning().Estimate(Samples.FromScalars([-1.7e308, 1.7e308]), Symbols.Distinct(2)), "x spans from -1.7E+308 to 1.7E+308");
        Refusal.OutOfRange("y", () => Estimators.Binning().Estimate(Symbols.Distinct(2), Samples.FromScalars([-1.7e308, 1.7e308])), "y spans from");
    }

    [Fact]
    public void FixedWidth_TooManyBinsAway_Throws()
    {
        Refusal.OutOfRange(
            "x",
            () => new DiscreteEstimator(new FixedWidthBins(1e-10)).Estimate(Samples.FromRows<double>([0, 1, 2, 1e300], 2), Symbols.Distinct(2)),
            "x[1][1] is 1E+300",
            "Use wider bins");
    }

    // (int)NaN is 0 and (int)1e300 is int.MaxValue; the original wraps what lies below −1 into the bin of +1.
    [Theory, InlineData("equal width"), InlineData("Shwartz-Ziv-Tishby"), InlineData("levels")]
    public void GivenRange_ValuesOutside_AreInTheOutermostBinsAndCounted(string name)
    {
        IDiscretizer discretizer = name switch
        {
            "equal width" => new EqualWidthBins(30, BinRange.Given(-1, 1)),
            "levels" => new QuantizedLevels(4, BinRange.Given(-1, 1)),
            _ => new ShwartzZivTishbyBins(),
        };
        double[] x = [-1, 1, -1e300, 1e300, -1.5, 1.5, double.NegativeInfinity, double.PositiveInfinity, 0];
        MutualInformationEstimate estimate = new DiscreteEstimator(discretizer).Estimate(Samples.FromScalars<double>(x), Symbols.Distinct(9));
        Assert.Equal(6, estimate.Diagnostics.ValuesOutsideRangeX);
        Assert.Equal(0, estimate.Diagnostics.ValuesOutsideRangeY);
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 2], discretizer.Encode(Samples.FromScalars<double>(x)).Codes.ToArray());

        MutualInformationEstimate swapped = new DiscreteEstimator(discretizer).Estimate(Symbols.Distinct(9), Samples.FromScalars<double>(x));
        Assert.Equal(6, swapped.Diagnostics.ValuesOutsideRangeY);
        Assert.Equal(0, swapped.Diagnostics.ValuesOutsideRangeX);
    }

    [Fact]
    public void ConstantNeuron_HasOneBin()
    {
        Symbols symbols = new EqualWidthBins(30, BinRange.PerNeuron).Encode(Samples.FromRows<double>([7, 1, 7, 1, 7, 2], 2));
        Assert.Equal([0, 0, 1], symbols.Codes.ToArray());
    }

    [Fact]
    public void AdaptiveBinning_LowAboveTheData_Throws() => Refusal.OutOfRange(
        "x",
        () => Estimators.AdaptiveBinning(30, low: 0).Estimate(Samples.FromScalars([0.5, -0.25]), Symbols.Distinct(2)),
        "x has the value -0.25 below low = 0",
        "Choose low at or below the least value");

    [Fact]
    public void EqualFrequency_MoreBinsThanValues_Throws()
    {
        Refusal.Argument(
            "x",
            () => new DiscreteEstimator(new EqualFrequencyBins(5)).Estimate(Samples.FromScalars([0.5, 1, 2]), Symbols.Distinct(3)),
            "x has 3 values to share among 5 bins",
            "Use fewer bins");
        Refusal.Argument(
            "y",
            () => new DiscreteEstimator(new EqualFrequencyBins(5)).Estimate(Symbols.Distinct(3), Samples.FromScalars([0.5, 1, 2])),
            "y has 3 values");
    }

    [Fact]
    public void EqualFrequency_NoSuchScope_Throws()
    {
        Refusal.OutOfRange("scope", () => _ = new EqualFrequencyBins(5, (BinScope)9), "scope is 9", "PerLayer or PerNeuron");
        Refusal.OutOfRange("scope", () => _ = new EqualFrequencyBins(5) with { Scope = (BinScope)9 });
    }

    [Fact]
    public void DiscreteEstimator_NullParts_Throw()
    {
        Refusal.Null("discretizer", () => _ = new DiscreteEstimator(null!));
        Refusal.Null("discretizer", () => _ = Estimators.ExactDiscrete() with { Discretizer = null! });
        Refusal.Null("entropy", () => _ = Estimators.ExactDiscrete() with { Entropy = null! });
    }

    // Counts that together are more than an int holds.
    [Fact]
    public void Entropy_CountsBeyondAnInt_IsRight() =>
        Assert.Equal(1, new PlugIn().Estimate([int.MaxValue, int.MaxValue]).Bits, 1e-15);

    [Fact]
    public void FindEqualWidth_ExtremeValues_AreInTheOutermostBins()
    {
        double[] edges = BinEdges.EqualWidth(-1, 1, 30);
        foreach (double value in (double[])[-1e300, double.NegativeInfinity, double.MinValue])
            Assert.Equal(0, BinEdges.FindEqualWidth(value, edges));
        foreach (double value in (double[])[1e300, double.PositiveInfinity, double.MaxValue])
            Assert.Equal(29, BinEdges.FindEqualWidth(value, edges));
    }
}
