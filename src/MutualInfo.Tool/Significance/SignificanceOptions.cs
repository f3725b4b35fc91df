using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MutualInfo.Tool.Specifications;

namespace MutualInfo.Tool.Significance;

/// <summary>The options <c>--permutations</c>, <c>--interval</c>, <c>--level</c> and <c>--seed</c>.</summary>
internal sealed class SignificanceOptions
{
    private const int MostPermutations = 10_000_000;
    private const double HighestLevel = 0.9999;
    private static readonly string[] _methods = ["subsampling", "jackknife"];

    private readonly Option<int> _permutations = new("--permutations")
    {
        Description = "Test independence by M random orders of Y, and print p = (b + 1)/(m + 1). 999 is usual; fewer than 19 cannot give 0.05.",
        HelpName = "M",
        CustomParser = result => Read(result, result.Tokens[0].Value, PermutationCount),
    };

    private readonly Option<string> _interval = new("--interval")
    {
        Description = "Print an interval of the estimate, by subsampling (the default) or by the jackknife. The estimator's bias is not in it.",
        HelpName = string.Join('|', _methods),
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result => result.Tokens.Count == 0 ? _methods[0] : Read(result, result.Tokens[0].Value, Method),
    };

    private readonly Option<double> _level = new("--level")
    {
        Description = "The nominal level of the interval. [default: 0.95]",
        HelpName = "LEVEL",
        CustomParser = result => Read(result, result.Tokens[0].Value, LevelOf),
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The seed of permutations and subsamples. The result is the same for the same seed. [default: 0]",
        HelpName = "N",
        CustomParser = result => Read(result, result.Tokens[0].Value, SeedOf),
    };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_permutations);
        command.Add(_interval);
        command.Add(_level);
        command.Add(_seed);
    }

    /// <summary>What the command line asks for.</summary>
    /// <exception cref="UsageException">An option is given that belongs to one which is not.</exception>
    public SignificanceRequest Of(ParseResult parse)
    {
        bool isTested = parse.GetResult(_permutations) is not null;
        bool isBounded = parse.GetResult(_interval) is not null;
        bool hasLevel = parse.GetResult(_level) is not null;
        bool hasSeed = parse.GetResult(_seed) is not null;
        if (hasLevel && !isBounded)
            throw new UsageException("--level is the level of an interval; give --interval as well.");
        if (hasSeed && !isTested && !isBounded)
            throw new UsageException("--seed is the seed of --permutations and --interval; give one of them as well.");

        return new SignificanceRequest
        {
            Permutations = isTested ? parse.GetValue(_permutations) : null,
            Interval = isBounded ? parse.GetValue(_interval) ?? _methods[0] : null,
            Level = hasLevel ? parse.GetValue(_level) : 0.95,
            Seed = hasSeed ? parse.GetValue(_seed) : 0,
        };
    }

    private static int PermutationCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= MostPermutations
            ? count
            : throw new UsageException($"--permutations is {text}; a whole number from 1 to {MostPermutations} is expected.");

    private static string Method(string text) => _methods.Contains(text)
        ? text
        : throw new UsageException(NearestName.Explain(text, "value of --interval", "Values of --interval", _methods));

    private static double LevelOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double level) && level is > 0 and <= HighestLevel
            ? level
            : throw new UsageException($"--level is {text}; a number above 0 and up to 0.9999 is expected, such as 0.95.");

    private static ulong SeedOf(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new UsageException($"--seed is {text}; a whole number from 0 to 18446744073709551615 is expected.");

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
}
