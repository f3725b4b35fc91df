using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What holds for every verdict: order, swapping, equality, words.</summary>
public partial class VerdictLaws
{
    public static TheoryData<string> All => Taking(DataSets.For);

    public static TheoryData<string> OfLayers => Taking(DataSets.LayersAndLayers);

    public static TheoryData<string> OfLabels => Taking(DataSets.LayersAndLabels);

    [BackendTheory, MemberData(nameof(OfLayers))]
    public void Verdict_SwappedVariables_SwapsItsSubjects(string name) => Law.ForAll(name, DataSets.LayersAndLayers, (estimator, data, _) =>
    {
        Verdict forward = estimator.Estimate(data).Verdict;
        Verdict backward = estimator.Estimate(data with { X = data.Y, Y = data.X }).Verdict;
        Assert.Equal(Keys(forward).Order(), backward.Findings.Select(finding => Key(finding, Swapped(finding.Subject))).Order());
    });

    [BackendTheory, MemberData(nameof(OfLabels))]
    public void Verdict_ReorderedSamples_IsTheSame(string name) => Law.ForAll(name, DataSets.LayersAndLabels, (estimator, data, _) =>
    {
        int[] order = [.. Enumerable.Range(0, data.Count)];
        new Random(data.Count).Shuffle(order);
        // A rule that aligns a bandwidth to labels has the labels in the first order.
        if (name.Contains("alignment", StringComparison.Ordinal))
            return;
        Verdict first = estimator.Estimate(data).Verdict;
        Verdict second = estimator.Estimate(data with { X = data.X.Rows(order), Y = data.Y.Rows(order) }).Verdict;
        Assert.Equal(Keys(first), Keys(second));
        for (int i = 0; i < first.Findings.Count; i++)
            Assert.Equal(first.Findings[i].Figure, second.Findings[i].Figure, 1e-9 * Math.Max(1, Math.Abs(first.Findings[i].Figure)));
    });

    [BackendTheory, MemberData(nameof(All))]
    public void Verdict_AnyData_IsConsistentAndCanBeRead(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data);
        Verdict verdict = estimate.Verdict;
        Assert.Equal(verdict, estimate.Verdict);
        Assert.Equal(verdict.GetHashCode(), estimate.Verdict.GetHashCode());
        Assert.Equal(verdict.Findings.Select(finding => finding.Gravity).OrderDescending(), verdict.Findings.Select(finding => finding.Gravity));
        Assert.Equal(verdict.Findings.Any(finding => finding.Gravity == VerdictGravity.SaysNothing), verdict.SaysNothing);
        Assert.Equal(verdict.Findings.Count, verdict.Findings.Select(finding => (finding.Reason, finding.Subject)).Distinct().Count());
        Assert.DoesNotContain('\n', estimate.ToString());
        Assert.EndsWith(verdict.ToString(), estimate.ToString(), StringComparison.Ordinal);
        foreach (VerdictFinding finding in verdict.Findings)
        {
            Assert.False(double.IsNaN(finding.Figure), $"{finding}");
            Assert.True(char.IsLower(finding.Meaning[0]) || char.IsDigit(finding.Meaning[0]), finding.Meaning);
            Assert.False(finding.Meaning.EndsWith('.'), finding.Meaning);
            Assert.EndsWith(".", finding.Advice, StringComparison.Ordinal);
        }
    });

    // Some families take no labels, and one takes nothing but layers with labels.
    private static TheoryData<string> Taking(Law.Source source) =>
        [.. Specimens.All.Where(specimen => source(1).Any(data => specimen.Takes(data.Shortened(specimen.LargestCount)))).Select(specimen => specimen.Name)];

    private static IEnumerable<string> Keys(Verdict verdict) => verdict.Findings.Select(finding => Key(finding, finding.Subject));

    private static string Key(VerdictFinding finding, VerdictSubject subject) => $"{finding.Gravity} {finding.Reason} {subject}";

    private static VerdictSubject Swapped(VerdictSubject subject) => subject switch
    {
        VerdictSubject.X => VerdictSubject.Y,
        VerdictSubject.Y => VerdictSubject.X,
        _ => subject,
    };
}
