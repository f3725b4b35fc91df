using System.Buffers;
using System.Globalization;

namespace MutualInfo.Recording;

/// <summary>A plane as comma-separated values, RFC 4180 but for the line ends, which are LF.</summary>
internal static class PlaneCsv
{
    private const string Header = "epoch,layer,estimator,I(X;T),I(T;Y),H(T),unit,n,saturation,seconds\n";

    private static readonly SearchValues<char> _needsQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(InformationPlane plane, TextWriter writer)
    {
        writer.Write(Header);
        foreach (InformationPlanePoint point in plane.Points)
        {
            string[] fields =
            [
                point.Epoch.ToString(CultureInfo.InvariantCulture),
                Quoted(point.Layer),
                Quoted(point.Estimator.ToString() ?? ""),
                Number(point.Input.Value.Bits),
                Number(point.Target.Value.Bits),
                Number(point.LayerEntropy.Bits),
                "bits",
                point.SampleCount.ToString(CultureInfo.InvariantCulture),
                Number(point.Saturation),
                Number(point.Elapsed.TotalSeconds),
            ];
            writer.Write(string.Join(',', fields));
            writer.Write('\n');
        }
    }

    // What the estimator does not measure is an empty field.
    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    // Blanks at the ends are quoted too: many readers trim what is bare.
    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(_needsQuotes) || text.AsSpan().Trim().Length != text.Length
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
