using MutualInfo.Discrete;

namespace MutualInfo.Tool.Specifications;

/// <summary>
/// The words that the key <c>entropy</c> takes, in the order in which errors list them; the first is the default.
/// </summary>
internal static class EntropyNames
{
    private static readonly (string Name, IEntropyEstimator Entropy)[] _entropies =
    [
        ("plugin", new PlugIn()),
        ("miller-madow", new MillerMadow()),
        ("grassberger", new Grassberger()),
        ("grassberger-1988", new Grassberger { Formula = GrassbergerFormula.Of1988 }),
        ("chao-shen", new ChaoShen()),
        ("chao-wang-jost", new ChaoWangJost()),
        ("zhang", new Zhang()),
        ("shrinkage", new JamesSteinShrinkage()),
        ("jeffreys", new DirichletBayes(PseudoCount.Jeffreys)),
        ("laplace", new DirichletBayes(PseudoCount.Laplace)),
        ("perks", new DirichletBayes(PseudoCount.Perks)),
        ("minimax", new DirichletBayes(PseudoCount.Minimax)),
        ("nsb", new NemenmanShafeeBialek()),
        ("ansb", new AsymptoticNsb()),
        ("bonachela", new Bonachela()),
    ];

    public static IReadOnlyCollection<string> All { get; } = [.. _entropies.Select(one => one.Name)];

    public static IEntropyEstimator Named(string name) => _entropies.Single(one => one.Name == name).Entropy;
}
