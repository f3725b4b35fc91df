using System.Text.Json;
using System.Text.Json.Serialization;
using MutualInfo.Recording;

namespace MutualInfo.Tool.Planes;

/// <summary>An information plane as one HTML file that needs nothing else: hover for values, layers to toggle, a slider through the epochs.</summary>
internal static class HtmlPlane
{
    private const string Resource = "plane.html";
    private const string Placeholder = "{{data}}";

    /// <summary>Writes the page.</summary>
    /// <remarks>Equal planes give equal text. The serializer escapes angle brackets, so no name of a layer can end the script element.</remarks>
    public static void Write(InformationPlane plane, TextWriter writer)
    {
        string page = Template();
        int place = page.IndexOf(Placeholder, StringComparison.Ordinal);
        writer.Write(page.AsSpan(0, place));
        writer.Write(JsonSerializer.Serialize(PlaneData.Of(plane), PlaneJson.Default.PlaneData));
        writer.Write(page.AsSpan(place + Placeholder.Length));
    }

    private static string Template()
    {
        using Stream stream = typeof(HtmlPlane).Assembly.GetManifestResourceStream(Resource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What the page's script reads. Amounts are in bits.</summary>
internal sealed record PlaneData(
    long N, IReadOnlyList<string> Layers, IReadOnlyList<PlaneEstimator> Estimators, IReadOnlyList<PlanePoint> Points)
{
    public static PlaneData Of(InformationPlane plane)
    {
        string[] layers = [.. plane.Layers];
        IMutualInformationEstimator[] estimators = [.. plane.Estimators];
        return new PlaneData(
            plane.Points.Count == 0 ? 0 : plane.Points[0].SampleCount,
            layers,
            [.. estimators.Select(estimator => PlaneEstimator.Of(estimator, plane.Points))],
            // As in the SVG, what is infinite has no place.
            [.. plane.Points.Where(IsFinite).Select(point => PlanePoint.Of(point, Array.IndexOf(estimators, point.Estimator), Array.IndexOf(layers, point.Layer)))]);
    }

    private static bool IsFinite(InformationPlanePoint point) =>
        double.IsFinite(point.Input.Value.Nats) && double.IsFinite(point.Target.Value.Nats);
}

/// <summary>An estimator with its ceilings: log2 n for I(X;T) and its own H(Y) for I(T;Y), null where that entropy is none.</summary>
internal sealed record PlaneEstimator(string Name, double InputCeiling, double? TargetCeiling)
{
    public static PlaneEstimator Of(IMutualInformationEstimator estimator, IEnumerable<InformationPlanePoint> points)
    {
        InformationPlanePoint first = points.First(point => point.Estimator.Equals(estimator));
        return new PlaneEstimator(
            estimator.ToString() ?? "",
            Math.Log2(first.SampleCount),
            first.Target.EntropyKind == EntropyKind.Bounded ? first.Target.EntropyY.Bits : null);
    }
}

/// <summary>One layer at one epoch; the estimator and the layer by their index.</summary>
internal sealed record PlanePoint(
    int Estimator, int Layer, int Epoch, double Input, double Target, double? Entropy, double? Saturation)
{
    public static PlanePoint Of(InformationPlanePoint point, int estimator, int layer) => new(
        estimator, layer, point.Epoch, point.Input.Value.Bits, point.Target.Value.Bits, Measured(point.LayerEntropy.Bits), Measured(point.Saturation));

    private static double? Measured(double value) => double.IsNaN(value) ? null : value;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlaneData))]
internal sealed partial class PlaneJson : JsonSerializerContext;
