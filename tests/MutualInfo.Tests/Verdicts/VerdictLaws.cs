using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What holds for every verdict: order, swapping, equality, words; and silence on channels that estimators measure well.</summary>
public class VerdictLaws
{
    public static TheoryData<string> All => Taking(DataSets.For);

    public static TheoryData<string> OfLayers => Taking(DataSets.LayersAndLayers);

    public static TheoryData<string> OfLabels => Taking(DataSets.LayersAndLabels);

    [Theory, MemberData(nameof(OfLayers))]
    public void Verdict_SwappedVariables_SwapsItsSubjects(string name) => Law.ForAll(name, DataSets.LayersAndLayers, (estimator, data, _) =>
    {
        Verdict forward = estimator.Estimate(data).Verdict;
        Verdict backward = estimator.Estimate(data with { X = data.Y, Y = data.X }).Verdict;
        Assert.Equal(Keys(forward).Order(), backward.Findings.Select(finding => Key(finding, Swapped(finding.Subject))).Order());
    });

    [Theory, MemberData(nameof(OfLabels))]
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

    [Theory, MemberData(nameof(All))]
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

    [Theory]
    [InlineData(0.01), InlineData(0.1), InlineData(0.25)]
    public void Verdict_BinarySymmetricChannel_FindsNothing(double error)
    {
        Random random = new(1);
        int[] x = [.. Enumerable.Range(0, 10_000).Select(_ => random.Next(2))];
        int[] y = [.. x.Select(bit => random.NextDouble() < error ? 1 - bit : bit)];
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.ExactDiscrete(), Estimators.ExactDiscrete() with { Entropy = new MillerMadow() }])
        {
            Verdict verdict = estimator.Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{verdict}");
            Assert.StartsWith("nothing stands against it; it estimates the Shannon information", verdict.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0.5), InlineData(0.75), InlineData(0.95)]
    public void Verdict_GaussianPair_FindsNothing(double correlation)
    {
        (double[] x, double[] y) = GaussianPair(10_000, correlation, seed: 1);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])
            [Estimators.Binning(10), Estimators.Binning(10, -5, 5), new DiscreteEstimator(new EqualFrequencyBins(10)), Estimators.Gaussian(), Estimators.GaussianCopula(), Estimators.Kraskov()])
        {
            Verdict verdict = estimator.Estimate(Samples.FromScalars(x), Samples.FromScalars(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{estimator}: {verdict}");
        }

        (x, y) = GaussianPair(500, correlation, seed: 2);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])
            [new KernelDensityEstimator(new FixedBandwidth(0.5)), Estimators.MatrixRenyi(1.01, new FixedBandwidth(1)), Estimators.MatrixRenyi(2, new FixedBandwidth(1))])
        {
            Verdict verdict = estimator.Estimate(Samples.FromScalars(x), Samples.FromScalars(y)).Verdict;
            Assert.True(verdict.Findings.Count == 0, $"{estimator}: {verdict}");
        }
    }

    // Some families take no labels, and one takes nothing but layers with labels.
    private static TheoryData<string> Taking(Law.Source source) =>
        [.. Specimens.All.Where(specimen => source(1).Any(data => specimen.Takes(data.Shortened(specimen.LargestCount)))).Select(specimen => specimen.Name)];

    private static (double[] X, double[] Y) GaussianPair(int n, double correlation, int seed)
    {
        Random random = new(seed);
        double[] x = new double[n], y = new double[n];
        for (int i = 0; i < n; i++)
        {
            x[i] = Normal(random);
            y[i] = correlation * x[i] + Math.Sqrt(1 - correlation * correlation) * Normal(random);
        }

        return (x, y);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static IEnumerable<string> Keys(Verdict verdict) => verdict.Findings.Select(finding => Key(finding, finding.Subject));

    private static string Key(VerdictFinding finding, VerdictSubject subject) => $"{finding.Gravity} {finding.Reason} {subject}";

    private static VerdictSubject Swapped(VerdictSubject subject) => subject switch
    {
        VerdictSubject.X => VerdictSubject.Y,
        VerdictSubject.Y => VerdictSubject.X,
        _ => subject,
    };
}
