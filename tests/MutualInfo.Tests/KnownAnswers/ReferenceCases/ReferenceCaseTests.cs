using System.Globalization;

namespace MutualInfo.Tests.KnownAnswers.ReferenceCases;

/// <summary>The library against what the authors' own programs gave on the same inputs, value by value.</summary>
public class ReferenceCaseTests
{
    public static TheoryData<string, string> CoveredEntries() => Entries(isCovered: true);

    public static TheoryData<string, string> EntriesNotCovered() => Entries(isCovered: false);

    [SharedTheory]
    [MemberData(nameof(CoveredEntries))]
    public void Estimate_InputsOfTheOriginalProgram_MeetsEveryValue(string caseName, string entryName)
    {
        ReferenceEntry entry = ReferenceResults.Entry(caseName, entryName);
        ReferenceRule? rule = ReferenceRules.RuleFor(entryName);
        Assert.True(rule is not null, $"No rule covers '{entryName}' of {caseName}. Add one, or put its pattern on the list of what is not covered, with the reason.");

        Findings findings = rule.Measure(entry);
        Tolerance tolerance = rule.ToleranceFor(entry);
        List<string> missed = [];
        foreach ((string name, double[] expected) in entry.Values)
        {
            if (rule.Excuse is not null && findings.Excused.Contains(name))
                continue;
            if (!findings.Values.TryGetValue(name, out double[]? actual))
                missed.Add($"{name}: nothing measures it");
            else if (expected.Length > 0 && actual.Length != expected.Length)
                missed.Add($"{name}: {actual.Length} numbers, expected {expected.Length}");
            else
                missed.AddRange(Missed(name, expected, actual, tolerance));
        }

        Assert.True(missed.Count == 0, $"{caseName}, {entryName}, by {rule.LibraryCall}:\n{string.Join('\n', missed)}");
    }

    [SharedTheory]
    [MemberData(nameof(EntriesNotCovered))]
    public void NotCovered_Entry_HasAReason(string caseName, string entryName) =>
        Assert.False(string.IsNullOrWhiteSpace(ReferenceRules.ReasonNotCovered(entryName)), $"{caseName}, {entryName}");

    [SharedFact]
    public void Patterns_EveryEntry_MatchesExactlyOne()
    {
        string[] ambiguous = [.. ReferenceResults.Entries
            .Select(entry => entry.Name)
            .Distinct()
            .Where(name => Matching(name) != 1)];
        Assert.Empty(ambiguous);

        static int Matching(string name) =>
            ReferenceRules.Met.Count(rule => rule.Pattern.Matches(name)) + ReferenceRules.NotCovered.Count(item => item.Pattern.Matches(name));
    }

    [SharedFact]
    public void FakeQuantizer_ValuesBeforeTheOriginal_GivesItsValues()
    {
        ReferenceCase owner = ReferenceResults.Cases.Single(item => item.Has("T_raw"));
        float[] raw = (float[])owner.Input("T_raw").Values;
        Assert.Equal((float[])owner.Input("T").Values, FakeQuantizer.Apply(raw, raw.Min(), raw.Max(), 8));
    }

    private static IEnumerable<string> Missed(string name, double[] expected, double[] actual, Tolerance tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!tolerance.Allows(expected[i], actual[i]))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{name}[{i}]: {actual[i]:R}, expected {expected[i]:R}, off by {actual[i] - expected[i]:E2}, allowed {tolerance.Text}");
            }
        }
    }

    private static TheoryData<string, string> Entries(bool isCovered)
    {
        TheoryData<string, string> data = [];
        foreach (ReferenceEntry entry in ReferenceResults.Entries)
        {
            if (ReferenceRules.ReasonNotCovered(entry.Name) is null == isCovered)
                data.Add(entry.Case.Name, entry.Name);
        }

        return data;
    }
}
