using System.Buffers;
using System.Globalization;

namespace MutualInfo.Tool.Estimation;

/// <summary>A field of comma-separated values, RFC 4180: numbers read back to the same bits, and what has no meaning is empty.</summary>
internal static class CsvField
{
    private static readonly SearchValues<char> _needsQuotes = SearchValues.Create(",\"\r\n");

    public static string Text(object? field) => field switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quoted((string)field),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(_needsQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
