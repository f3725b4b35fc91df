using System.Globalization;

namespace MutualInfo.Tests.Laws;

/// <summary>Which seeds a law runs over: MUTUALINFO_SEEDS of them, or as many as suit the backend under test, or MUTUALINFO_SEED alone to replay a failure.</summary>
internal static class Seeds
{
    public static IReadOnlyList<int> All { get; } = Read("MUTUALINFO_SEED") is { } one
        ? [one]
        : [.. Enumerable.Range(0, Read("MUTUALINFO_SEEDS") ?? TestBackend.SeedCount)];

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
