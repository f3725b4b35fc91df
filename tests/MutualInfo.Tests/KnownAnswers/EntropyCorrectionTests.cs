using System.Globalization;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>
/// Corrected entropies against 25 digits that a program of its own has computed: <c>tests/python/entropy_corrections.py</c>.
/// </summary>
public class EntropyCorrectionTests
{
    private static readonly IEntropyEstimator[] _entropies =
    [
        new Grassberger(), new Grassberger { Formula = GrassbergerFormula.Of1988 }, new ChaoShen(), new JamesSteinShrinkage(),
        new ChaoWangJost(), new Zhang(), new DirichletBayes(), new DirichletBayes(PseudoCount.Laplace),
        new DirichletBayes(PseudoCount.Perks), new DirichletBayes(PseudoCount.Minimax),
        new DirichletBayes(PseudoCount.Given(0.01)), new Bonachela(), new AsymptoticNsb(), new NemenmanShafeeBialek(),
    ];

    public static TheoryData<string> Names => [.. _entropies.Select(entropy => $"{entropy}")];

    // 1e-13: a sum of terms of one sign, of at most a few hundred different counts, each term right to a few units in the last
    // place. NSB forms the evidence from terms of up to n, here 1e5 where it matters: 1e-11.
    [Theory, MemberData(nameof(Names))]
    public void Estimate_HistogramsOfEveryKind_IsTheValueOfTheFormula(string name)
    {
        IEntropyEstimator entropy = _entropies.Single(one => $"{one}" == name);
        double tolerance = entropy is NemenmanShafeeBialek ? 1e-11 : 1e-13;
        int seen = 0;
        foreach ((string histogram, long? alphabet, double expected) in ValuesOf(name))
        {
            double actual = WithAlphabet(entropy, alphabet).Estimate(Histogram(histogram)).Nats;
            if (!(Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected))))
                Assert.Fail($"{name} of {histogram}, alphabet {alphabet}, is {actual:R}, not {expected:R}.");
            seen++;
        }

        Assert.InRange(seen, 30, 60);
    }

    [Theory, MemberData(nameof(Names))]
    public void Estimate_SymbolsInAnyOrder_IsTheSameBits(string name)
    {
        IEntropyEstimator entropy = _entropies.Single(one => $"{one}" == name);
        int[] histogram = [5, 1, 1, 9, 2, 2, 2, 700, 31, 1, 0, 12, 0];
        double expected = entropy.Estimate(histogram).Nats;
        for (int seed = 0; seed < 20; seed++)
        {
            new Random(seed).Shuffle(histogram);
            Assert.Equal(expected, entropy.Estimate(histogram).Nats);
        }
    }

    // "NSB, alphabet of 1000" has the size given; without the suffix it is what was seen.
    private static IEnumerable<(string Histogram, long? Alphabet, double Nats)> ValuesOf(string name)
    {
        string folder = Path.Combine(SharedFolder.RepositoryRoot(), "tests", "MutualInfo.Tests", "KnownAnswers");
        foreach (string line in File.ReadLines(Path.Combine(folder, "entropy-corrections.txt")).Skip(1))
        {
            string[] parts = line.Split(" | ");
            string[] entropy = parts[1].Split(", alphabet of ");
            long? alphabet = entropy.Length == 1 ? null : long.Parse(entropy[1], CultureInfo.InvariantCulture);
            if (entropy[0] == name)
                yield return (parts[0], alphabet, double.Parse(parts[2], CultureInfo.InvariantCulture));
        }
    }

    private static IEntropyEstimator WithAlphabet(IEntropyEstimator entropy, long? alphabet) => entropy switch
    {
        JamesSteinShrinkage shrinkage => shrinkage with { AlphabetSize = alphabet },
        DirichletBayes bayes => bayes with { AlphabetSize = alphabet },
        Bonachela bonachela => bonachela with { AlphabetSize = alphabet },
        NemenmanShafeeBialek nsb => nsb with { AlphabetSize = alphabet },
        _ => entropy,
    };

    // "1x60000 2x20000": 60,000 symbols seen once and 20,000 seen twice.
    private static int[] Histogram(string runs) =>
    [
        .. runs.Split(' ').Select(run => run.Split('x')).SelectMany(run => Enumerable.Repeat(
            int.Parse(run[0], CultureInfo.InvariantCulture), int.Parse(run[1], CultureInfo.InvariantCulture))),
    ];
}
