using MutualInfo.Discrete;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Corrected entropies against textbook twins, on seeded histograms, with given alphabets too.</summary>
public class EntropyCorrectionTwinTests
{
    // Up to 60 terms and harmonic sums of up to 400 terms, in another order; entropies are below 20.
    private const double SummationOrder = 1e-12;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Estimate_SeededHistograms_EqualsTheTwin(int seed)
    {
        int[] counts = Counts(seed);
        int more = counts.Length + seed % 5;
        double minimax = Math.Sqrt(counts.Sum()) / more;
        (IEntropyEstimator Entropy, double Expected)[] pairs =
        [
            (new Grassberger(), EntropyCorrections.Grassberger2003(counts)),
            (new Grassberger { Formula = GrassbergerFormula.Of1988 }, EntropyCorrections.Grassberger1988(counts)),
            (new ChaoShen(), EntropyCorrections.ChaoShen(counts)),
            (new JamesSteinShrinkage(), EntropyCorrections.Shrinkage(counts, counts.Length)),
            (new JamesSteinShrinkage { AlphabetSize = more }, EntropyCorrections.Shrinkage(counts, more)),
            (new ChaoWangJost(), EntropyCorrections.ChaoWangJost(counts)),
            (new Zhang(), EntropyCorrections.Zhang(counts)),
            (new DirichletBayes(), EntropyCorrections.Dirichlet(counts, 0.5, counts.Length)),
            (new DirichletBayes { AlphabetSize = more }, EntropyCorrections.Dirichlet(counts, 0.5, more)),
            (new DirichletBayes(PseudoCount.Perks) { AlphabetSize = more }, EntropyCorrections.Dirichlet(counts, 1.0 / more, more)),
            (new DirichletBayes(PseudoCount.Minimax) { AlphabetSize = more }, EntropyCorrections.Dirichlet(counts, minimax, more)),
            (new DirichletBayes(PseudoCount.Given(0)) { AlphabetSize = more }, new PlugIn().Estimate(counts).Nats),
            (new Bonachela(), EntropyCorrections.Bonachela(counts, counts.Length)),
            (new Bonachela { AlphabetSize = more }, EntropyCorrections.Bonachela(counts, more)),
        ];
        foreach ((IEntropyEstimator entropy, double expected) in pairs)
        {
            double actual = entropy.Estimate(counts).Nats;
            Assert.True(Math.Abs(actual - expected) <= SummationOrder, $"seed {seed}: {entropy} is {actual:R}, not {expected:R}.");
        }

        if (counts.Any(count => count > 1))
            Assert.Equal(EntropyCorrections.AsymptoticNsb(counts), new AsymptoticNsb().Estimate(counts).Nats, SummationOrder);
    }

    // 1e-5: the midpoint rule of the twin, whose error falls like the square of its 2,000 steps.
    [Theory]
    [InlineData(new[] { 3, 1, 1 }, 3)]
    [InlineData(new[] { 3, 1, 1 }, 10)]
    [InlineData(new[] { 1, 1, 1, 1 }, 4)]
    [InlineData(new[] { 5 }, 2)]
    [InlineData(new[] { 12, 30, 2, 1, 1, 7 }, 50)]
    public void NemenmanShafeeBialek_SmallHistograms_IsNearTheTwin(int[] counts, int alphabet)
    {
        double expected = EntropyCorrections.NemenmanShafeeBialek(counts, alphabet, 2000);
        Assert.Equal(expected, new NemenmanShafeeBialek { AlphabetSize = alphabet }.Estimate(counts).Nats, 1e-5);
    }

    private static int[] Counts(int seed)
    {
        Random random = new(seed);
        int most = 1 + seed % 12;
        return [2, .. Enumerable.Range(0, 1 + random.Next(30)).Select(_ => 1 + (int)(random.NextDouble() * random.NextDouble() * most))];
    }
}
