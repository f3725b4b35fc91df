using MutualInfo.Discrete;

namespace MutualInfo.Tests.Guards;

/// <summary>
/// What entropies refuse: impossible counts, parameters, and histograms for which they are not defined, named as the caller
/// knows them.
/// </summary>
public class EntropyGuards
{
    private static readonly IEntropyEstimator[] _all =
    [
        new PlugIn(), new MillerMadow(), new Grassberger(), new ChaoShen(), new JamesSteinShrinkage(), new ChaoWangJost(),
        new Zhang(), new DirichletBayes(), new NemenmanShafeeBialek(), new AsymptoticNsb(), new Bonachela(),
    ];

    [Fact]
    public void Estimate_ImpossibleCounts_Throws()
    {
        foreach (IEntropyEstimator entropy in _all)
        {
            Refusal.Argument("counts", () => entropy.Estimate([]), "counts has no samples");
            Refusal.Argument("counts", () => entropy.Estimate([0, 0]), "counts has no samples");
            Refusal.Argument("counts", () => entropy.Estimate([3, -2]), "counts[1] is -2");
        }
    }

    [Fact]
    public void Estimate_OneSample_ThrowsWhereTwoAreNeeded()
    {
        IEntropyEstimator[] ofTwo = [new MillerMadow(), new JamesSteinShrinkage(), new ChaoWangJost(), new AsymptoticNsb()];
        foreach (IEntropyEstimator entropy in ofTwo)
        {
            string tells = $"counts has 1 sample(s); the {entropy} entropy needs at least 2.";
            Refusal.Argument("counts", () => entropy.Estimate([0, 1]), tells);
        }

        foreach (IEntropyEstimator entropy in _all.Where(entropy => entropy.MinimumSampleCount == 1))
            Assert.True(double.IsFinite(entropy.Estimate([1]).Nats));
    }

    [Fact]
    public void AsymptoticNsb_NoCoincidences_ThrowsNamingTheVariable()
    {
        DiscreteEstimator estimator = Estimators.ExactDiscrete() with { Entropy = new AsymptoticNsb() };
        Symbols distinct = Symbols.Distinct(6);
        Symbols x = Symbols.FromLabels([0, 0, 0, 1, 1, 1]);
        Symbols y = Symbols.FromLabels([0, 1, 2, 0, 1, 2]);
        string[] tells = ["counts has no coincidences: all 3 samples differ.", "take more samples"];
        Refusal.Argument("counts", () => new AsymptoticNsb().Estimate([1, 1, 1]), tells);
        Refusal.Argument("x", () => estimator.Estimate(distinct, x), "x has no coincidences: all 6 samples differ.");
        Refusal.Argument("y", () => estimator.Estimate(x, distinct), "y has no coincidences");
        Refusal.Argument("y", () => estimator.Estimate(x, y), "the joint variable of x and y has no coincidences");
    }

    [Fact]
    public void AlphabetSize_BelowTheSymbolsSeen_ThrowsNamingTheVariable()
    {
        Symbols x = Symbols.FromLabels([0, 0, 0, 1, 1, 1]);
        Symbols y = Symbols.FromLabels([0, 1, 2, 0, 1, 2]);
        foreach (IEntropyEstimator entropy in WithAlphabet(5))
        {
            DiscreteEstimator estimator = Estimators.ExactDiscrete() with { Entropy = entropy };
            const string Tells = " has 6 symbols, and the given alphabet has 5.";
            Refusal.Argument("counts", () => entropy.Estimate([1, 1, 0, 1, 1, 1, 1]), "counts" + Tells);
            Refusal.Argument("y", () => estimator.Estimate(x, y), "the joint variable of x and y" + Tells, "every pair");
            Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(6), y), "x" + Tells);
        }
    }

    [Fact]
    public void AlphabetSize_BelowOne_Throws()
    {
        Refusal.OutOfRange("alphabetSize", () => _ = new JamesSteinShrinkage { AlphabetSize = 0 }, "alphabetSize is 0");
        Refusal.OutOfRange("alphabetSize", () => _ = new Bonachela { AlphabetSize = -1 }, "alphabetSize is -1");
        Refusal.OutOfRange("alphabetSize", () => _ = new DirichletBayes { AlphabetSize = 0 });
        Refusal.OutOfRange("alphabetSize", () => _ = new NemenmanShafeeBialek { AlphabetSize = long.MinValue });
    }

    [Fact]
    public void PseudoCount_NegativeOrNotFinite_Throws()
    {
        foreach (double wrong in (double[])[-0.5, -double.Epsilon, double.NaN, double.PositiveInfinity])
            Refusal.OutOfRange("pseudoCount", () => PseudoCount.Given(wrong), "pseudoCount is ", "a finite number of at least 0");
        Refusal.OutOfRange("sampleCount", () => PseudoCount.Perks.For(0, 3));
        Refusal.OutOfRange("alphabetSize", () => PseudoCount.Perks.For(3, 0));
    }

    [Fact]
    public void Grassberger_NoSuchFormula_Throws() =>
        Refusal.OutOfRange("formula", () => _ = new Grassberger { Formula = (GrassbergerFormula)7 }, "Of2003 or Of1988");

    private static IEnumerable<IEntropyEstimator> WithAlphabet(long size)
    {
        yield return new JamesSteinShrinkage { AlphabetSize = size };
        yield return new DirichletBayes { AlphabetSize = size };
        yield return new NemenmanShafeeBialek { AlphabetSize = size };
        yield return new Bonachela { AlphabetSize = size };
    }
}
