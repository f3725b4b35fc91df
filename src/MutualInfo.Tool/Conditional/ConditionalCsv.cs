using MutualInfo.Tool.Estimation;

namespace MutualInfo.Tool.Conditional;

/// <summary>Estimates of I(X;Y|Z) as comma-separated values: the columns of the JSON, diagnostics spread out.</summary>
internal static class ConditionalCsv
{
    private const string Header =
        "estimator,quantity,bits,nats,unconditionalBits,entropyXZBits,entropyYZBits,entropyZBits,jointEntropyBits,n,dimensionX,dimensionY,dimensionZ,"
        + "saturation,backend,seconds,alphabetSizeX,alphabetSizeY,alphabetSizeZ,jointAlphabetSize,singletonShare,"
        + "valuesOutsideRangeX,valuesOutsideRangeY,valuesOutsideRangeZ,bandwidthX,bandwidthY,bandwidthZ,verdict,reasons,estimandKind,warnings\n";

    public static void Write(IReadOnlyList<ConditionalReport> reports, TextWriter output)
    {
        output.Write(Header);
        foreach (ConditionalReport report in reports)
            output.Write($"{string.Join(',', Fields(report).Select(CsvField.Text))}\n");
    }

    private static object?[] Fields(ConditionalReport report) =>
    [
        report.Estimator,
        report.Quantity,
        report.Bits,
        report.Nats,
        report.UnconditionalBits,
        report.EntropyXZBits,
        report.EntropyYZBits,
        report.EntropyZBits,
        report.JointEntropyBits,
        report.N,
        report.DimensionX,
        report.DimensionY,
        report.DimensionZ,
        report.Saturation,
        report.Backend,
        report.Seconds,
        report.Diagnostics.AlphabetSizeX,
        report.Diagnostics.AlphabetSizeY,
        report.Diagnostics.AlphabetSizeZ,
        report.Diagnostics.JointAlphabetSize,
        report.Diagnostics.SingletonShare,
        report.Diagnostics.ValuesOutsideRangeX,
        report.Diagnostics.ValuesOutsideRangeY,
        report.Diagnostics.ValuesOutsideRangeZ,
        report.Diagnostics.BandwidthX,
        report.Diagnostics.BandwidthY,
        report.Diagnostics.BandwidthZ,
        report.Verdict.Gravity,
        string.Join(' ', report.Verdict.Findings.Select(finding => $"{finding.Reason}:{finding.Subject}")),
        report.Verdict.EstimandKind,
        string.Join(" | ", report.Warnings),
    ];
}
