using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool;

/// <summary>Options that several commands share, and how their values are read: a wrong one is an error of usage, found before any work.</summary>
internal static class CommonOptions
{
    public static Option<EstimatorSpec[]> Estimators() => new("--estimator")
    {
        Description = "An estimator as name or name:key=value,key=value. Repeat it for several estimators. Names: "
            + string.Join(", ", EstimatorFamily.All.Select(family => family.Name)) + ".",
        HelpName = "SPEC",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value, EstimatorSpec.Parse)).OfType<EstimatorSpec>()],
    };

    /// <summary>The one SPEC of what is counted.</summary>
    public static Option<EstimatorSpec> Bins() => new("--bins")
    {
        Description = "How samples become symbols: exact, or the SPEC of bins, such as binning:bins=30,range=-1..1. Labels are symbols already.",
        HelpName = "SPEC",
        DefaultValueFactory = _ => EstimatorSpec.Parse("exact"),
        CustomParser = result => Read(result, result.Tokens[0].Value, EstimatorSpec.Parse),
    };

    /// <summary>How counts become an entropy.</summary>
    public static Option<IEntropyEstimator> Entropy() => new("--entropy")
    {
        Description = "How a histogram becomes an entropy: " + string.Join(", ", EntropyNames.All) + ". [default: plugin]",
        HelpName = "NAME",
        CustomParser = result => Read(result, result.Tokens[0].Value, text => EntropyNames.All.Contains(text)
            ? EntropyNames.Named(text)
            : throw new UsageException(NearestName.Explain(text, "entropy", "Entropies", EntropyNames.All))),
    };

    public static Option<int> Threads() => new("--threads")
    {
        Description = "Threads to use at most. The result is the same, to the last bit, for any number. [default: all cores]",
        HelpName = "N",
        CustomParser = result => Read(result, result.Tokens[0].Value, ThreadCount),
    };

    public static Option<string> Backend() => Word("--backend", "Where pairs of samples are compared: kernel density and matrix-based Rényi. gpu takes the first GPU.", "cpu", "gpu");

    /// <summary>An option that is one of several words, the first of which is the default.</summary>
    public static Option<string> Word(string name, string description, params IReadOnlyList<string> words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        DefaultValueFactory = _ => words[0],
        CustomParser = result => Read(result, result.Tokens[0].Value, text => words.Contains(text)
            ? text
            : throw new UsageException(NearestName.Explain(text, $"value of {name}", $"Values of {name}", words))),
    };

    public static Option<VariableSource> Source(string name, string description, bool isRequired) => new(name)
    {
        Description = description,
        HelpName = name[2..].ToUpperInvariant(),
        Required = isRequired,
        CustomParser = result => Read(result, result.Tokens[0].Value, VariableSource.Parse),
    };

    /// <summary>A variable that is given in parts.</summary>
    public static Option<VariableSource[]> Sources(string name, string description) => new(name)
    {
        Description = description,
        HelpName = name[2..].ToUpperInvariant(),
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value, VariableSource.Parse)).OfType<VariableSource>()],
    };

    public static Option<VariableRole> Role(string name, string variable) => new(name)
    {
        Description = $"What {variable} is, where its type does not say: integers in one column are labels, all else is samples.",
        HelpName = "labels|samples",
        CustomParser = result => Read(result, result.Tokens[0].Value, RoleOf),
    };

    /// <summary>How to compute, from the options given.</summary>
    public static EstimationOptions ToEstimationOptions(int threads, IComputeBackend backend, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = threads == 0 ? -1 : threads, Backend = backend, CancellationToken = cancellation };

    private static T? Read<T>(ArgumentResult result, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (UsageException wrong)
        {
            result.AddError(wrong.Message);
            return default;
        }
    }

    private static int ThreadCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1
            ? threads
            : throw new UsageException($"--threads is {text}; a whole number of at least 1 is expected.");

    private static VariableRole RoleOf(string text) => text switch
    {
        "labels" => VariableRole.Labels,
        "samples" => VariableRole.Samples,
        _ => throw new UsageException(NearestName.Explain(text, "kind of variable", "Kinds", ["labels", "samples"])),
    };
}
