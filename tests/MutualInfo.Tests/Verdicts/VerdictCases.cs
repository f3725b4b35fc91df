using MutualInfo.Kernels;

namespace MutualInfo.Tests.Verdicts;

/// <summary>Small variables whose figures can be told by hand.</summary>
internal static class VerdictCases
{
    /// <summary>Symbols 0, 1, 2, … of the given counts, one after another.</summary>
    public static Symbols Of(params int[] counts) =>
        Symbols.FromLabels([.. counts.SelectMany((count, symbol) => Enumerable.Repeat(symbol, count))]);

    /// <summary>Both variables of a table of counts.</summary>
    public static (Symbols X, Symbols Y) Table(int[,] counts)
    {
        List<int> x = [], y = [];
        for (int i = 0; i < counts.GetLength(0); i++)
        {
            for (int j = 0; j < counts.GetLength(1); j++)
            {
                x.AddRange(Enumerable.Repeat(i, counts[i, j]));
                y.AddRange(Enumerable.Repeat(j, counts[i, j]));
            }
        }

        return (Symbols.FromLabels([.. x]), Symbols.FromLabels([.. y]));
    }

    /// <summary>The verdict of exact counting on a table.</summary>
    public static Verdict OnTable(int[,] counts)
    {
        (Symbols x, Symbols y) = Table(counts);
        return Estimators.ExactDiscrete().Estimate(x, y).Verdict;
    }

    /// <summary>Numbers in clusters of the given sizes, so far apart that no kernel reaches from one to the next.</summary>
    public static double[] Clusters(params int[] sizes) =>
        [.. sizes.SelectMany((size, cluster) => Enumerable.Repeat(1e3 * cluster, size))];

    /// <summary>Half of n numbers at 0, half where a kernel of σ = 1 has the given similarity to them.</summary>
    public static double[] TwoPlaces(int n, double similarity) =>
        [.. Enumerable.Range(0, n).Select(i => i < n / 2 ? 0 : Math.Sqrt(-2 * Math.Log(similarity)))];

    public static IBandwidthRule Unit { get; } = new FixedBandwidth(1);

    public static VerdictFinding? Find(this Verdict verdict, VerdictReason reason, VerdictSubject subject) =>
        verdict.Findings.SingleOrDefault(finding => finding.Reason == reason && finding.Subject == subject);

    public static VerdictFinding Found(this Verdict verdict, VerdictReason reason, VerdictSubject subject) =>
        verdict.Find(reason, subject) ?? throw new InvalidOperationException($"No {reason} of {subject} in: {verdict}");
}
