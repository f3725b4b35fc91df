using System.Text.Json;
using System.Text.RegularExpressions;
using MutualInfo.Recording;
using MutualInfo.Tool.Planes;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests.Planes;

public class HtmlPlaneTests
{
    [Fact]
    public void Write_Plane_HoldsItsNumbersBitForBit()
    {
        InformationPlane plane = Plane("hidden");
        using JsonDocument data = JsonDocument.Parse(DataOf(plane));
        JsonElement[] points = [.. data.RootElement.GetProperty("points").EnumerateArray()];
        Assert.Equal(plane.Points.Count, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.Equal(plane.Points[i].Epoch, points[i].GetProperty("epoch").GetInt32());
            Assert.Equal(plane.Points[i].Input.Value.Bits, points[i].GetProperty("input").GetDouble());
            Assert.Equal(plane.Points[i].Target.Value.Bits, points[i].GetProperty("target").GetDouble());
        }

        Assert.Equal(30, data.RootElement.GetProperty("n").GetInt32());
        Assert.Equal(Math.Log2(30), data.RootElement.GetProperty("estimators")[0].GetProperty("inputCeiling").GetDouble());
    }

    [Fact]
    public void Write_LayerNamedLikeMarkup_CannotLeaveTheData()
    {
        const string Name = "</script><script>alert(1)</script>\"'{{data}}";
        string page = PageOf(Plane(Name));
        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        using JsonDocument data = JsonDocument.Parse(DataOf(Plane(Name)));
        Assert.Equal(Name, data.RootElement.GetProperty("layers")[0].GetString());
    }

    [Fact]
    public void Write_Page_LoadsNothing()
    {
        string page = PageOf(Plane("hidden"));
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
        // The only address is the name of the SVG namespace, which nobody fetches.
        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(page, "https?://[^\"]*").Select(match => match.Value).Distinct());
    }

    [Fact]
    public void Write_EqualPlanes_GiveEqualText() => Assert.Equal(PageOf(Plane("hidden")), PageOf(Plane("hidden")));

    // A layer that is a linear function of its input, and one that is not; neither saturation nor H(Y) is a ceiling there.
    [Fact]
    public void Write_GaussianPlane_LeavesOutWhatIsInfiniteAndHasNoCeiling()
    {
        float[] inputs = SampleData.Tanh(60, 1), layer = SampleData.Tanh(60, 2);
        InformationPlaneRecorder<float> recorder = new(Samples.FromRows<float>(inputs, 2), Samples.FromRows<float>(SampleData.Tanh(30, 3), 1), Estimators.Gaussian());
        recorder.Record(0, "linear", Samples.FromRows<float>([.. inputs.Select(value => 2 * value)], 2));
        recorder.Record(0, "other", Samples.FromRows<float>(layer, 2));
        using JsonDocument data = JsonDocument.Parse(DataOf(recorder.Plane));
        JsonElement point = Assert.Single(data.RootElement.GetProperty("points").EnumerateArray());
        Assert.Equal(1, point.GetProperty("layer").GetInt32());
        Assert.Equal(JsonValueKind.Null, point.GetProperty("saturation").ValueKind);
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("estimators")[0].GetProperty("targetCeiling").ValueKind);
    }

    [Fact]
    public void Write_NearestNeighbourPlane_HasNoEntropyAndNoCeiling()
    {
        Samples<float> inputs = Samples.FromRows<float>(SampleData.Tanh(60, 1), 2);
        InformationPlaneRecorder<float> recorder = new(inputs, Samples.FromRows<float>(SampleData.Tanh(30, 3), 1), Estimators.Kraskov());
        recorder.Record(0, "hidden", Samples.FromRows<float>(SampleData.Tanh(60, 2), 2));
        using JsonDocument data = JsonDocument.Parse(DataOf(recorder.Plane));
        JsonElement point = Assert.Single(data.RootElement.GetProperty("points").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, point.GetProperty("entropy").ValueKind);
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("estimators")[0].GetProperty("targetCeiling").ValueKind);
    }

    private static InformationPlane Plane(string layer)
    {
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(30), Symbols.FromLabels(SampleData.Labels(30, 2, seed: 1)), Estimators.Binning(5));
        for (int epoch = 0; epoch < 3; epoch++)
            recorder.Record(epoch, layer, Samples.FromRows<float>(SampleData.Tanh(60, epoch), 2));
        return recorder.Plane;
    }

    private static string PageOf(InformationPlane plane)
    {
        using StringWriter writer = new();
        HtmlPlane.Write(plane, writer);
        return writer.ToString();
    }

    private static string DataOf(InformationPlane plane)
    {
        string page = PageOf(plane);
        const string Begin = "id=\"data\">";
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
    }
}
