using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Guards;

/// <summary>What every estimator refuses at every entry point: null, empty, other counts, NaN, too few samples.</summary>
public class EstimatorGuards
{
    private static readonly double[] _numbers = [0.5, -0.25, 1, 0.75, 0.125, 2, -3, 0.0625];

    public static TheoryData<string> All => Specimens.Promising(Promises.None);

    public static TheoryData<string> KernelsAndMeasured =>
        [.. Specimens.All.Select(specimen => specimen.Name).Except(_takesInfinity)];

    public static TheoryData<string> TakesInfinity => [.. _takesInfinity];

    // What has a symbol or a bin for every infinity: equal rows, and given ranges.
    private static readonly string[] _takesInfinity =
    [
        .. Specimens.All.Select(specimen => specimen.Name).Where(name => name.EndsWith("exact rows", StringComparison.Ordinal)),
        "EW given",
        "EW Shwartz-Ziv-Tishby edges",
    ];

    [Theory, MemberData(nameof(All))]
    public void Estimate_NullSymbols_ThrowsArgumentNullException(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        Refusal.Null("x", () => estimator.Estimate(null!, Symbols.Distinct(8)));
        Refusal.Null("y", () => estimator.Estimate(Symbols.Distinct(8), (Symbols)null!));
        Refusal.Null("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), null!));
        Refusal.Null("x", () => estimator.Estimate(null!, Samples.FromScalars<double>(_numbers)));
    }

    [Theory, MemberData(nameof(All))]
    public void Estimate_NoSamples_ThrowsArgumentException(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        const string Tells = "has no samples";
        Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(0), Symbols.Distinct(8)), "x " + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Symbols.Distinct(0)), "y " + Tells);
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromScalars<double>([]), Symbols.Distinct(8)), "x " + Tells);
        Refusal.Argument("x", () => estimator.Estimate(default(Samples<double>), Symbols.Distinct(8)), "x " + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(0)), "y " + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(null)), "y " + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromScalars<double>([])), "y " + Tells);
    }

    [Theory, MemberData(nameof(All))]
    public void Estimate_NoDimensions_ThrowsArgumentException(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        double[,] rowsOfNothing = new double[8, 0];
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromMatrix(rowsOfNothing), Symbols.Distinct(8)), "x has no dimensions");
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromMatrix(rowsOfNothing)), "y has no dimensions");
    }

    [Theory, MemberData(nameof(All))]
    public void Estimate_OtherCounts_ThrowsArgumentException(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        const string Tells = "x has 8 samples and y has 7; they must be observations of the same events.";
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Symbols.Distinct(7)), Tells);
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(7)), Tells);
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromScalars<double>(_numbers.AsSpan(1))), Tells);
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(_numbers.AsSpan(1))), Tells);
    }

    [Theory, MemberData(nameof(All))]
    public void Estimate_NaN_ThrowsNamingItsRowAndColumn(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        double[] broken = [1, 2, 3, 4, 5, double.NaN, 7, double.NaN, 9, 10, 11, 12, 13, 14, 15, 16];
        float[] brokenSingle = [1, 2, 3, 4, 5, float.NaN, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        const string Tells = "[2][1] is NaN. Drop that sample, or find out where the layer diverged.";
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromRows<double>(broken, 2), Symbols.Distinct(8)), "x" + Tells);
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromRows<float>(brokenSingle, 2), Symbols.Distinct(8)), "x" + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromRows<double>(broken, 2)), "y" + Tells);
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromRows<double>(broken, 2)), "y" + Tells);
    }

    [Theory, MemberData(nameof(KernelsAndMeasured))]
    public void Estimate_Infinity_ThrowsNamingItsRowAndColumn(string name)
    {
        IMutualInformationEstimator estimator = Make(name);
        double[] broken = [1, 2, 3, 4, 5, 6, 7, double.NegativeInfinity, 9, 10, 11, 12, 13, 14, 15, 16];
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromRows<double>(broken, 2), Symbols.Distinct(8)), "x[3][1] is -Infinity");
        Refusal.Argument("y", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromRows<double>(broken, 2)), "y[3][1] is -Infinity");
        broken[7] = double.PositiveInfinity;
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromRows<double>(broken, 2)), "y[3][1] is Infinity");
    }

    [Theory, MemberData(nameof(TakesInfinity))]
    public void Estimate_InfinityWhereItHasASymbol_IsANumber(string name)
    {
        double[] infinite = [double.NegativeInfinity, 0, 0.5, double.PositiveInfinity];
        MutualInformationEstimate estimate = Make(name).Estimate(Samples.FromScalars<double>(infinite), Symbols.Distinct(4));
        Assert.Equal(Math.Log(4), new Discrete.PlugIn().Estimate([1, 1, 1, 1]).Nats);
        Assert.True(estimate.EntropyX.Nats > 1);
    }

    [Theory]
    [InlineData("MM exact rows", "the Miller-Madow entropy")]
    [InlineData("MM per neuron", "the Miller-Madow entropy")]
    [InlineData("SH exact rows", "the James-Stein shrinkage entropy")]
    [InlineData("CW exact rows", "the Chao-Wang-Jost entropy")]
    [InlineData("KD fixed upper", "kernel density")]
    [InlineData("KD adaptive lower", "kernel density")]
    [InlineData("KD median", "kernel density")]
    public void Estimate_OneSampleWhereTwoAreNeeded_ThrowsNamingBoth(string name, string who)
    {
        IMutualInformationEstimator estimator = Make(name);
        string tells = $"x has 1 sample(s); {who} needs at least 2.";
        Refusal.Argument("x", () => estimator.Estimate(Samples.FromScalars([0.5]), Symbols.Distinct(1)), tells);
        Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(1), Symbols.Distinct(1)), tells);
        Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(1), Samples.FromScalars([0.5])), tells);
    }

    [Theory, InlineData("D exact rows"), InlineData("CS exact rows"), InlineData("ZH exact rows"), InlineData("NSB exact rows")]
    [InlineData("EW per layer"), InlineData("EW given"), InlineData("EF EBAB")]
    [InlineData("RE 1.01 Scott"), InlineData("RE 2 Scott")]
    public void Estimate_OneSample_IsZero(string name)
    {
        MutualInformationEstimate estimate = Make(name).Estimate(Samples.FromScalars([0.5]), Symbols.Distinct(1));
        Law.SameBits("I", 0.0, estimate.Value.Nats);
        Law.SameBits("H", 0.0, estimate.JointEntropy.Nats);
    }

    [Theory, MemberData(nameof(BoundLaws.NothingForConstants), MemberType = typeof(BoundLaws))]
    public void Estimate_AllSamplesIdentical_HasNoInformation(string name)
    {
        MutualInformationEstimate estimate = Make(name).Estimate(Samples.FromScalars<double>(Enumerable.Repeat(0.3, 8).ToArray()), Symbols.Distinct(8));
        Law.SameBits("H(X)", 0.0, estimate.EntropyX.Nats);
        Law.Near("I", 0, estimate.Value.Nats, 1e-12);
    }

    // Finite, but the squares overflow or vanish: a number, or a refusal that says which sample and what to do; never NaN.
    [Theory, MemberData(nameof(All))]
    public void Estimate_HugeAndTinyNumbers_IsANumberOrARefusal(string name)
    {
        foreach (double scale in (double[])[1e155, 1e200, 1e307, 1e-160, 1e-300, 1e-310])
        {
            double[] x = [.. _numbers.Select(number => number * scale)];
            try
            {
                MutualInformationEstimate estimate = Make(name).Estimate(Samples.FromScalars<double>(x), Symbols.Distinct(8));
                // 1e-12: a spectrum's largest eigenvalue may round to just above 1. A correction may exceed ln n: Chao and
                // Shen's, where all 8 samples differ, is (1/8)·ln 64/(1 − (63/64)⁸) = 4.4.
                Assert.InRange(estimate.EntropyX.Nats, -1e-12, 4.4);
            }
            catch (ArgumentOutOfRangeException refusal)
            {
                Assert.Equal("x", refusal.ParamName);
                Assert.Matches("constant|bandwidth|wider|scale", refusal.Message);
            }
        }
    }

    // Rules that follow the scale must not lose it.
    [Theory, InlineData("EW per layer"), InlineData("EF per layer"), InlineData("KD median"), InlineData("KD Silverman"), InlineData("RE 1.01 Silverman")]
    public void Estimate_HugeAndTinyNumbers_HaveTheEntropyOfOrdinaryOnes(string name)
    {
        double ordinary = Make(name).Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8)).EntropyX.Nats;
        foreach (double scale in (double[])[1e155, 1e200, 1e300, 1e-160, 1e-300])
        {
            double[] x = [.. _numbers.Select(number => number * scale)];
            Law.Near("H(X)", ordinary, Make(name).Estimate(Samples.FromScalars<double>(x), Symbols.Distinct(8)).EntropyX.Nats, 1e-9);
        }
    }

    // The squares of z-scores overflowed to 0 once, which made every layer a constant.
    [Fact]
    public void Estimate_ZScoresOfHugeNumbers_AreThoseOfOrdinaryOnes()
    {
        double ordinary = Make("KD z-scored").Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8)).EntropyX.Nats;
        double[] huge = [.. _numbers.Select(number => number * 1e300)];
        // 1e-7: the floor of 1e-8 under the variance is felt by the ordinary ones.
        Law.Near("H(X)", ordinary, Make("KD z-scored").Estimate(Samples.FromScalars<double>(huge), Symbols.Distinct(8)).EntropyX.Nats, 1e-7);
    }

    [Fact]
    public void Estimate_NullEstimator_ThrowsArgumentNullException() =>
        Refusal.Null("estimator", () => ((IMutualInformationEstimator)null!).Estimate(Symbols.Distinct(1), Samples.FromScalars([1.0])));

    private static IMutualInformationEstimator Make(string name) => Specimens.Named(name).For(new Observations(
        "guards", 0, Variable.Layer(_numbers, 1), Variable.Distinct(8)));
}
