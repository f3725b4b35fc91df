using MutualInfo.Tool.Significance;

namespace MutualInfo.Tool.Estimation;

/// <summary>Estimates as comma-separated values, RFC 4180 but for the line ends, which are LF: the columns of the JSON, diagnostics spread out.</summary>
internal static class ReportCsv
{
    private const string Header =
        "estimator,bits,nats,entropyXBits,entropyYBits,jointEntropyBits,n,dimensionX,dimensionY,saturationX,saturationY,backend,seconds,"
        + "alphabetSizeX,alphabetSizeY,jointAlphabetSize,singletonShare,valuesOutsideRangeX,valuesOutsideRangeY,bandwidthX,bandwidthY,"
        + "singletonShareX,singletonShareY,meanSimilarityX,meanSimilarityY,tiedShare,isolatedShare,"
        + "neighbourhoodBiasBits,neighbourhoodBiasErrorBits,unboundedBits,verdict,reasons,estimandKind,warnings";

    // Behind all others, and only where they were asked for: a script that reads the others need not know.
    private const string TestHeader =
        ",pValue,permutations,atLeastAsLarge,nullMeanBits,nullStandardDeviationBits,nullPercentile95Bits,permutationSeed,permutationSeconds";

    private const string IntervalHeader = ",intervalMethod,level,lowerBits,upperBits,standardErrorBits,intervalSeed,intervalSeconds";

    public static void Write(IReadOnlyList<EstimateReport> reports, TextWriter output)
    {
        output.Write(Header);
        output.Write(reports[0].Permutation is null ? "" : TestHeader);
        output.Write(reports[0].Interval is null ? "\n" : $"{IntervalHeader}\n");
        foreach (EstimateReport report in reports)
        {
            output.Write(string.Join(',', Fields(report).Concat(Fields(report.Permutation)).Concat(Fields(report.Interval)).Select(CsvField.Text)));
            output.Write('\n');
        }
    }

    private static object?[] Fields(EstimateReport report) =>
    [
        report.Estimator,
        report.Bits,
        report.Nats,
        report.EntropyXBits,
        report.EntropyYBits,
        report.JointEntropyBits,
        report.N,
        report.DimensionX,
        report.DimensionY,
        report.SaturationX,
        report.SaturationY,
        report.Backend,
        report.Seconds,
        report.Diagnostics.AlphabetSizeX,
        report.Diagnostics.AlphabetSizeY,
        report.Diagnostics.JointAlphabetSize,
        report.Diagnostics.SingletonShare,
        report.Diagnostics.ValuesOutsideRangeX,
        report.Diagnostics.ValuesOutsideRangeY,
        report.Diagnostics.BandwidthX,
        report.Diagnostics.BandwidthY,
        report.Diagnostics.SingletonShareX,
        report.Diagnostics.SingletonShareY,
        report.Diagnostics.MeanSimilarityX,
        report.Diagnostics.MeanSimilarityY,
        report.Diagnostics.TiedShare,
        report.Diagnostics.IsolatedShare,
        report.Diagnostics.NeighbourhoodBiasBits,
        report.Diagnostics.NeighbourhoodBiasErrorBits,
        report.Diagnostics.UnboundedBits,
        report.Verdict.Gravity,
        string.Join(' ', report.Verdict.Findings.Select(finding => $"{finding.Reason}:{finding.Subject}")),
        report.Verdict.EstimandKind,
        string.Join(" | ", report.Warnings),
    ];

    private static object?[] Fields(PermutationReport? test) => test is null
        ? []
        :
        [
            test.PValue,
            test.Permutations,
            test.AtLeastAsLarge,
            test.NullMeanBits,
            test.NullStandardDeviationBits,
            test.NullPercentile95Bits,
            test.Seed,
            test.Seconds,
        ];

    private static object?[] Fields(IntervalReport? interval) => interval is null
        ? []
        :
        [
            interval.Method,
            interval.Level,
            interval.LowerBits,
            interval.UpperBits,
            interval.StandardErrorBits,
            interval.Seed,
            interval.Seconds,
        ];
}
