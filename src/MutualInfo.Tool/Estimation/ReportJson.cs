using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MutualInfo.Tool.Conditional;

namespace MutualInfo.Tool.Estimation;

/// <summary>Estimates as JSON: an array, one object for each estimator in the order given. Numbers read back to the same bits.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EstimateReport[]))]
[JsonSerializable(typeof(ConditionalReport[]))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    // Source-generated, so that nothing is found by reflection at run time and a trimmed build keeps what it needs. The relaxed encoder
    // writes '+' and quotation marks as they are; this text goes to a program, not into a web page.
    private static readonly ReportJson _readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // An estimate may be infinite, which JSON has no number for: it is the string "Infinity" or "-Infinity".
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write(IEnumerable<EstimateReport> reports, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize([.. reports], _readable.EstimateReportArray));
        output.Write('\n');
    }

    public static void Write(IEnumerable<ConditionalReport> reports, TextWriter output)
    {
        output.Write(JsonSerializer.Serialize([.. reports], _readable.ConditionalReportArray));
        output.Write('\n');
    }
}
