using System.Buffers;
using System.Globalization;

namespace MutualInfo.Tool.Estimation;

/// <summary>Estimates as comma-separated values, RFC 4180 but for the line ends, which are LF: the columns of the JSON, diagnostics spread out.</summary>
internal static class ReportCsv
{
    private const string Header =
        "estimator,bits,nats,entropyXBits,entropyYBits,jointEntropyBits,n,dimensionX,dimensionY,saturationX,saturationY,backend,seconds,"
        + "alphabetSizeX,alphabetSizeY,jointAlphabetSize,singletonShare,valuesOutsideRangeX,valuesOutsideRangeY,bandwidthX,bandwidthY,"
        + "singletonShareX,singletonShareY,meanSimilarityX,meanSimilarityY,verdict,reasons,estimand,warnings\n";

    private static readonly SearchValues<char> _needsQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(IEnumerable<EstimateReport> reports, TextWriter output)
    {
        output.Write(Header);
        foreach (EstimateReport report in reports)
        {
            output.Write(string.Join(',', Fields(report).Select(Text)));
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
        report.Verdict.Gravity,
        string.Join(' ', report.Verdict.Findings.Select(finding => $"{finding.Reason}:{finding.Subject}")),
        report.Verdict.Estimand,
        string.Join(" | ", report.Warnings),
    ];

    // A figure that has no meaning is an empty field.
    private static string Text(object? field) => field switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted((string)field),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(_needsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
