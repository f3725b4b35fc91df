using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MutualInfo.Recording;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Documentation;
using MutualInfo.Tests.Guards;

namespace MutualInfo.Tests.Recording;

/// <summary>The band that a sweep makes around a path.</summary>
public partial class PlaneBandTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly Sweep _widths = Sweep.OfBandwidth(Estimators.KernelDensity(), 0.4, 0.1, 0.2);

    [Fact]
    public void WriteSvg_Band_SharesOnePanelWithTheMiddlePath()
    {
        XElement svg = Draw(Recorded(3), _widths);
        Assert.Contains("KDE upper bound, σ = 0.2", Texts(svg));
        Assert.Contains("band: σ from 0.1 to 0.4", Texts(svg));
        Assert.Contains(Estimators.Binning(5, -1, 1).ToString(), Texts(svg));
        Assert.DoesNotContain("KDE upper bound, σ = 0.1", Texts(svg));
        // For each layer a filled band, its two edges, the thread at the end and the path; and the path of the other panel.
        XElement[] paths = [.. svg.Descendants(_svg + "path")];
        Assert.Equal(2 * 5 + 2, paths.Length);
        Assert.Equal(["hidden, band: σ from 0.1 to 0.4", "output, band: σ from 0.1 to 0.4"], svg.Descendants(_svg + "title").Select(title => title.Value).Where(title => title.Contains("band", StringComparison.Ordinal)));
        XElement thread = svg.Descendants(_svg + "path").First(path => path.Parent!.Attribute("stroke-width")?.Value == "1.4");
        Assert.Equal(3, thread.Attribute("d")!.Value.Split(' ').Length);
    }

    // From one corner to the other: the edges of the band are the paths of the first and the last value.
    [Fact]
    public void WriteSvg_Band_RunsThroughThePointsOfItsVariants()
    {
        InformationPlane plane = new(
            from epoch in (int[])[0, 1]
            from i in (int[])[0, 1, 2]
            select PlaneFixture.Point(_widths.Estimators[i], epoch, "layer", 2 + 4 * _widths.Values[i] + epoch, 0.2 + _widths.Values[i]));
        XElement[] paths = [.. Draw(plane, _widths).Descendants(_svg + "path")];
        double[] lowest = Numbers(paths[1]);
        double[] highest = Numbers(paths[2]);
        double[] end = Numbers(paths[3]);
        double[] middle = Numbers(paths[4]);
        Assert.Equal(lowest[2..], end[..2]);
        Assert.Equal(highest[2..], end[^2..]);
        Assert.Equal(middle[2..], end[2..4]);
        // Two epochs and three values make two quadrangles of two triangles.
        Assert.Equal(4, paths[0].Attribute("d")!.Value.Count(letter => letter == 'Z'));
        foreach (string triangle in paths[0].Attribute("d")!.Value.Split('Z', StringSplitOptions.RemoveEmptyEntries))
        {
            double[] at = Numbers(triangle);
            Assert.True((at[2] - at[0]) * (at[5] - at[1]) - (at[4] - at[0]) * (at[3] - at[1]) > 0, "A triangle turns the other way.");
        }
    }

    [Fact]
    public void WriteSvg_OneEpoch_IsAThreadOnly()
    {
        XElement svg = Draw(Recorded(1), _widths);
        Assert.Equal(2 * 2 + 2, svg.Descendants(_svg + "path").Count());
    }

    [Fact]
    public void WriteSvg_AVariantThatIsNotFinite_LeavesItsEpochOut()
    {
        InformationPlane plane = new(
        [
            .. Recorded(3).Points.Where(point => point.Epoch != 1 || !point.Estimator.Equals(_widths.Estimators[0])),
            PlaneFixture.Point(_widths.Estimators[0], 1, "hidden", double.PositiveInfinity, 1),
        ]);
        XElement edge = Draw(plane, _widths).Descendants(_svg + "path").First(path => path.Parent!.Attribute("stroke-width")?.Value == "0.6");
        Assert.Equal(2, edge.Attribute("d")!.Value.Split(' ').Length);
    }

    [Fact]
    public void WriteSvg_Band_TakesNothingFromTheRest()
    {
        InformationPlane plane = Recorded(3);
        StringWriter without = new();
        plane.WriteSvg(without);
        StringWriter none = new();
        plane.WriteSvg(none, []);
        Assert.Equal(without.ToString(), none.ToString());
        using TemporaryFolder folder = new();
        plane.WriteSvg(folder.File("band.svg"), _widths);
        Assert.Equal(SvgOf(plane, _widths), File.ReadAllText(folder.File("band.svg")));
    }

    [Fact]
    public void WriteSvg_BandsThatAreNone_AreRefused()
    {
        InformationPlane plane = Recorded(1);
        Refusal.Argument("bands", () => plane.WriteSvg(TextWriter.Null, Sweep.OfOrder(Estimators.MatrixRenyi(), 1, 2)), "bands[0] sweeps α = 1, 2", "Give its Estimators to the recorder");
        Refusal.Argument("bands", () => plane.WriteSvg(TextWriter.Null, _widths, null!), "bands[1] is null");
        Refusal.Null("writer", () => plane.WriteSvg((TextWriter)null!, _widths));
    }

    // The picture of the documentation is what the code draws. Estimates round differently in vectors of another width, which may move a spot by
    // a tenth of a pixel.
    [Fact]
    public void DocumentedPicture_IsWhatTheCodeDraws()
    {
        string path = Path.Combine(MarkdownPages.Root, "docs", "images", "plane-band.svg");
        string drawn = SvgOf(SaturatingNetwork.Plane(out Sweep widths), widths);
        if (Environment.GetEnvironmentVariable("MUTUALINFO_UPDATE_IMAGES") == "1")
            File.WriteAllText(path, drawn);
        string documented = File.ReadAllText(path);
        Assert.Equal(Number().Replace(documented, "#"), Number().Replace(drawn, "#"));
        double[] expected = Numbers(documented);
        double[] actual = Numbers(drawn);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 0.11);
    }

    private static InformationPlane Recorded(int epochs)
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder([.. _widths.Estimators, Estimators.Binning(5, -1, 1)]);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            recorder.Record(epoch, "hidden", PlaneFixture.Layer(epoch, "hidden"));
            recorder.Record(epoch, "output", PlaneFixture.Layer(epoch, "output"));
        }

        return recorder.Plane;
    }

    private static string SvgOf(InformationPlane plane, params ReadOnlySpan<Sweep> bands)
    {
        StringWriter writer = new();
        plane.WriteSvg(writer, bands);
        return writer.ToString();
    }

    private static XElement Draw(InformationPlane plane, params ReadOnlySpan<Sweep> bands) => XElement.Parse(SvgOf(plane, bands));

    private static string[] Texts(XElement svg) => [.. svg.Descendants(_svg + "text").Select(text => text.Value)];

    private static double[] Numbers(XElement path) => Numbers(path.Attribute("d")!.Value);

    private static double[] Numbers(string text) =>
        [.. Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();
}
