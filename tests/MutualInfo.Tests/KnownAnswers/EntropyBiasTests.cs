using System.Globalization;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>
/// What corrections make of samples whose truth is known: the table of biases on their page, number by number, and the cases that
/// single corrections are meant for.
/// </summary>
public class EntropyBiasTests
{
    private const int Seeds = 40;

    private static readonly IEntropyEstimator[] _rows =
    [
        new PlugIn(), new MillerMadow(), new Grassberger(), new Grassberger { Formula = GrassbergerFormula.Of1988 },
        new ChaoShen(), new ChaoWangJost(), new Zhang(), new JamesSteinShrinkage(), new DirichletBayes(),
        new DirichletBayes(PseudoCount.Laplace), new DirichletBayes(PseudoCount.Perks), new DirichletBayes(PseudoCount.Minimax),
        new NemenmanShafeeBialek(), new AsymptoticNsb(), new Bonachela(),
    ];

    // Seeded, so the numbers are the same everywhere; the page rounds them to three decimals.
    [Fact]
    public void TableOfBiases_EveryNumber_IsTheMeanOverSeededSamples()
    {
        string page = Path.Combine(SharedFolder.RepositoryRoot(), "docs", "estimators", "entropy-corrections.md");
        IEnumerable<string> announced = File.ReadAllLines(page).SkipWhile(line => line != "<!-- biases -->");
        string[] table = [.. announced.Skip(3).TakeWhile(line => line.StartsWith('|'))];
        string[] measured = [.. _rows.Select(entropy => $"| {entropy} | {string.Join(" | ", Biases(entropy).Select(Text))} |")];
        Assert.Equal(string.Join('\n', measured), string.Join('\n', table));
    }

    // The promise of the corrections that are meant for any distribution: nearer to the truth than the plug-in, on all four.
    [Fact]
    public void Corrections_KnownDistributions_AreLessBiasedThanThePlugIn()
    {
        double[] plugIn = Biases(new PlugIn());
        foreach (IEntropyEstimator entropy in _rows.Where(entropy => entropy is not (PlugIn or AsymptoticNsb or Bonachela)))
        {
            double[] corrected = Biases(entropy);
            for (int i = 0; i < plugIn.Length; i++)
            {
                string failure = $"{entropy}, column {i}: {corrected[i]} against {plugIn[i]}.";
                Assert.True(Math.Abs(corrected[i]) < Math.Abs(plugIn[i]), failure);
            }
        }
    }

    // 2,000 samples of 100,000 symbols: some twenty coincidences, so their number is known to within a quarter, and the mean of
    // 20 better. The prior expects unequal shares, and so puts the entropy of equal ones γ too high; the plug-in cannot exceed
    // ln n, four nats lower.
    [Fact]
    public void AsymptoticNsb_FewCoincidences_IsTheLimitOfNsbAndNearTheTruth()
    {
        List<double> estimates = [];
        for (int seed = 0; seed < 20; seed++)
        {
            int[] counts = Uniform(100_000, 2000, seed);
            estimates.Add(new AsymptoticNsb().Estimate(counts).Nats);
            // Of the next order, coincidences over samples.
            Assert.Equal(estimates[^1], new NemenmanShafeeBialek { AlphabetSize = 1L << 60 }.Estimate(counts).Nats, 0.05);
        }

        Assert.Equal(Math.Log(100_000) + 0.5772, estimates.Average(), 0.2);
        Assert.True(new PlugIn().Estimate(Uniform(100_000, 2000, 0)).Nats < Math.Log(100_000) - 3.9);
    }

    // A known alphabet is worth much: the prior then knows of what was not seen. 200 samples of 1,000 symbols hold little more
    // than 5.2 nats.
    [Fact]
    public void NemenmanShafeeBialek_GivenAlphabet_IsNearTheTruth()
    {
        NemenmanShafeeBialek entropy = new() { AlphabetSize = 1000 };
        double[] estimates = [.. Enumerable.Range(0, 20).Select(seed => entropy.Estimate(Uniform(1000, 200, seed)).Nats)];
        Assert.InRange(estimates.Average(), Math.Log(1000) - 0.15, Math.Log(1000));
        Assert.True(new PlugIn().Estimate(Uniform(1000, 200, 0)).Nats < Math.Log(1000) - 1.6);
    }

    // What Bonachela, Hinrichsen and Muñoz minimise: the square of the error, bias and spread together, over all chances of two
    // symbols alike. Exact expectations, by the midpoint rule over the chance.
    [Theory, InlineData(2), InlineData(5), InlineData(10)]
    public void Bonachela_ShortBinarySeries_HasLessSquaredErrorThanThePlugIn(int n)
    {
        double plugIn = SquaredError(new PlugIn(), n);
        double millerMadow = SquaredError(new MillerMadow(), n);
        double balanced = SquaredError(new Bonachela { AlphabetSize = 2 }, n);
        Assert.True(balanced < Math.Min(plugIn, millerMadow), $"{balanced} against {plugIn} and {millerMadow}");
    }

    private static double SquaredError(IEntropyEstimator entropy, int n)
    {
        double sum = 0;
        for (int i = 0; i < 1000; i++)
        {
            double p = (i + 0.5) / 1000;
            double truth = -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);
            double chance = Math.Pow(1 - p, n);
            for (int c = 0; c <= n; c++)
            {
                sum += chance * Math.Pow(entropy.Estimate([c, n - c]).Nats - truth, 2) / 1000;
                chance *= (double)(n - c) / (c + 1) * p / (1 - p);
            }
        }

        return sum;
    }

    private static double[] Biases(IEntropyEstimator entropy) =>
    [
        Bias(entropy, [.. Enumerable.Repeat(1.0, 100)]),
        Bias(entropy, [.. Enumerable.Range(1, 300).Select(k => 1.0 / k)]),
        Bias(entropy, [.. Enumerable.Range(0, 300).Select(k => Math.Pow(0.9, k))]),
        Enumerable.Range(0, Seeds).Average(seed => OfIndependent(entropy, seed)),
    ];

    private static double Bias(IEntropyEstimator entropy, double[] weights)
    {
        double total = weights.Sum();
        double truth = -weights.Sum(weight => weight / total * Math.Log(weight / total));
        return Enumerable.Range(0, Seeds).Average(seed => entropy.Estimate(Drawn(weights, 200, seed)).Nats) - truth;
    }

    private static double OfIndependent(IEntropyEstimator entropy, int seed)
    {
        Random random = new(seed);
        Symbols x = Symbols.FromLabels(Seeded.Labels(random, 100, 10));
        Symbols y = Symbols.FromLabels(Seeded.Labels(random, 100, 10));
        return (Estimators.ExactDiscrete() with { Entropy = entropy }).Estimate(x, y).Value.Nats;
    }

    private static int[] Drawn(double[] weights, int n, int seed)
    {
        Random random = new(seed);
        double total = weights.Sum();
        int[] counts = new int[weights.Length];
        for (int i = 0; i < n; i++)
        {
            double left = random.NextDouble() * total;
            int symbol = 0;
            while (symbol < weights.Length - 1 && (left -= weights[symbol]) > 0)
                symbol++;
            counts[symbol]++;
        }

        return counts;
    }

    private static int[] Uniform(int symbols, int n, int seed)
    {
        Random random = new(seed);
        int[] counts = new int[symbols];
        for (int i = 0; i < n; i++)
            counts[random.Next(symbols)]++;
        return counts;
    }

    private static string Text(double bias) => bias.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);
}
