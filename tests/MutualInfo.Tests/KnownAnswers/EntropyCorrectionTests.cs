using System.Globalization;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Corrected entropies against 25 digits that a program of its own has computed: <c>tests/python/entropy_corrections.py</c>.</summary>
public class EntropyCorrectionTests
{
    private static readonly IEntropyEstimator[] _entropies =
    [
        new Grassberger(), new Grassberger { Formula = GrassbergerFormula.Of1988 }, new ChaoShen(), new JamesSteinShrinkage(),
        new ChaoWangJost(), new Zhang(), new DirichletBayes(), new DirichletBayes(PseudoCount.Laplace), new DirichletBayes(PseudoCount.Perks),
        new DirichletBayes(PseudoCount.Minimax), new DirichletBayes(PseudoCount.Given(0.01)), new Bonachela(), new AsymptoticNsb(),
        new NemenmanShafeeBialek(),
    ];

    public static TheoryData<string> Names => [.. _entropies.Select(entropy => $"{entropy}")];

    // 1e-13: a sum of terms of one sign, of at most a few hundred different counts, each term right to a few units in the last place.
    // NSB forms the evidence from terms of up to n, here 1e5 where it matters: 1e-11.
    [Theory, MemberData(nameof(Names))]
    public void Estimate_HistogramsOfEveryKind_IsTheValueOfTheFormula(string name)
    {
        IEntropyEstimator entropy = _entropies.Single(one => $"{one}" == name);
        double tolerance = entropy is NemenmanShafeeBialek ? 1e-11 : 1e-13;
        int seen = 0;
        foreach ((string histogram, double expected) in ValuesOf(name))
        {
            double actual = entropy.Estimate(Histogram(histogram)).Nats;
            if (!(Math.Abs(actual - expected) <= tolerance * Math.Max(1, Math.Abs(expected))))
                Assert.Fail($"{name} of {histogram} is {actual:R}, not {expected:R}: off by {Math.Abs(actual - expected):E2}.");
            seen++;
        }

        Assert.InRange(seen, 30, 40);
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

    private static IEnumerable<(string Histogram, double Nats)> ValuesOf(string name)
    {
        string path = Path.Combine(SharedFolder.RepositoryRoot(), "tests", "MutualInfo.Tests", "KnownAnswers", "entropy-corrections.txt");
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] parts = line.Split(" | ");
            if (parts[1] == name)
                yield return (parts[0], double.Parse(parts[2], CultureInfo.InvariantCulture));
        }
    }

    // "1x60000 2x20000": 60,000 symbols seen once and 20,000 seen twice.
    private static int[] Histogram(string runs) =>
    [
        .. runs.Split(' ').Select(run => run.Split('x')).SelectMany(run => Enumerable.Repeat(
            int.Parse(run[0], CultureInfo.InvariantCulture), int.Parse(run[1], CultureInfo.InvariantCulture))),
    ];
}
