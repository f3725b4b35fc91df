using System.Globalization;
using System.Xml.Linq;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

public class PlaneSvgTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly IMutualInformationEstimator[] _five =
    [
        Estimators.Binning(30, -1, 1), Estimators.AdaptiveBinning(), Estimators.KernelDensity(), Estimators.AdaptiveKernelDensity(),
        Estimators.MatrixRenyi(),
    ];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 20)]
    [InlineData(5, 6)]
    public void WriteSvg_EstimatorsTimesLayers_HasOnePathEach(int estimators, int layers)
    {
        XElement svg = Draw(Trajectories(estimators, layers));
        XElement[] paths = [.. svg.Descendants(_svg + "path")];

        Assert.Equal(estimators * layers, paths.Length);
        Assert.Equal(
            Enumerable.Range(0, estimators).SelectMany(_ => Enumerable.Range(1, layers).Select(layer => $"layer {layer}")),
            paths.Select(path => path.Value));
        Assert.All(_five.Take(estimators), estimator => Assert.Contains(estimator.ToString(), Texts(svg)));
    }

    [Fact]
    public void WriteSvg_Path_RunsThroughEveryEpoch()
    {
        XElement path = Draw(Trajectories(1, 1)).Descendants(_svg + "path").Single();
        Assert.Equal(Trajectories(1, 1).Points.Count, path.Attribute("d")!.Value.TrimStart('M').Split(' ').Length);
    }

    [Fact]
    public void WriteSvg_Ceilings_AreDrawnAndLabelledInEveryPanel()
    {
        XElement svg = Draw(Trajectories(5, 6));
        Assert.Equal(5, Texts(svg).Count(text => text == "log₂ n = 12"));
        Assert.Equal(5, Texts(svg).Count(text => text == "H(Y) = 1"));
        Assert.Equal(10, svg.Descendants(_svg + "line").Count(line => line.Attribute("stroke-dasharray") is not null));
        Assert.Equal(5, Texts(svg).Count(text => text == "I(X;T) in bits"));
        Assert.Equal(5, Texts(svg).Count(text => text == "I(T;Y) in bits"));
        Assert.Contains("n = 4096, 6 layers, epochs 0 to 4000", Texts(svg));
    }

    [Fact]
    public void WriteSvg_Anything_NeedsNoScriptStyleOrFile()
    {
        XElement svg = Draw(Trajectories(5, 6));
        string[] allowed = ["svg", "title", "rect", "g", "path", "line", "circle", "polygon", "text", "tspan", "linearGradient", "stop"];
        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.All(svg.DescendantsAndSelf().Attributes(), attribute =>
        {
            Assert.DoesNotContain("href", attribute.Name.LocalName, StringComparison.Ordinal);
            Assert.False(attribute.Name.LocalName is "style" or "class");
        });
        Assert.Equal("#ffffff", svg.Elements(_svg + "rect").First().Attribute("fill")!.Value);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void WriteSvg_AnyCulture_IsTheSameText(string culture)
    {
        InformationPlane plane = new(Trajectories(5, 6).Points.Append(PlaneFixture.Point(_five[0], 3, "layer 1", -0.7, -0.3)));
        string text = "";
        PlaneFixture.InCulture(culture, () => text = SvgOf(plane));
        Assert.Equal(SvgOf(plane), text);
    }

    [Fact]
    public void WriteSvg_Path_WritesTheSameText()
    {
        using TemporaryFolder folder = new();
        InformationPlane plane = Trajectories(2, 2);
        plane.WriteSvg(folder.File("plane.svg"));
        Assert.Equal(SvgOf(plane), File.ReadAllText(folder.File("plane.svg")));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void WriteSvg_NamesThatAreMarkup_AreText()
    {
        string name = "<b>&\"'\u0001";
        XElement svg = Draw(new InformationPlane([PlaneFixture.Point(_five[0], 0, name, 3, 0.5)]));
        Assert.Contains("<b>&\"'\uFFFD", Texts(svg));
    }

    [Fact]
    public void WriteSvg_LongNames_AreNumberedInTheLegend()
    {
        string name = new('m', 200);
        XElement svg = Draw(new InformationPlane([PlaneFixture.Point(_five[0], 0, name, 3, 0.5), PlaneFixture.Point(_five[0], 0, "b", 2, 0.5)]));
        Assert.Contains("1", Texts(svg));
        Assert.Contains("2: b", Texts(svg));
        Assert.Contains(Texts(svg), text => text.StartsWith("1: mmm", StringComparison.Ordinal) && text.EndsWith('…'));
    }

    [Fact]
    public void WriteSvg_EmptyPlane_SaysSo() =>
        Assert.Contains("no points have been recorded", Texts(Draw(new InformationPlane([]))));

    [Fact]
    public void WriteSvg_OneEpochOnly_NamesItInsteadOfABar()
    {
        XElement svg = Draw(new InformationPlane([PlaneFixture.Point(_five[0], 17, "t", 3, 0.5)]));
        Assert.Empty(svg.Descendants(_svg + "linearGradient"));
        Assert.Contains("17", Texts(svg));
        Assert.Contains("n = 4096, 1 layer, epoch 17", Texts(svg));
    }

    [Theory]
    [InlineData(-1.5, -0.4)]
    [InlineData(20, 3)]
    [InlineData(0, 0)]
    [InlineData(1e9, -1e9)]
    [InlineData(1e-300, 1e-300)]
    public void WriteSvg_ValuesAnywhere_LieInsideTheFrame(double input, double target)
    {
        XElement svg = Draw(new InformationPlane([PlaneFixture.Point(_five[0], 0, "t", input, target), PlaneFixture.Point(_five[0], 1, "t", 1, 0.1)]));
        XElement frame = svg.Descendants(_svg + "rect").First(rect => rect.Attribute("fill")!.Value == "none");
        double left = Number(frame, "x");
        double top = Number(frame, "y");
        Assert.All(svg.Descendants(_svg + "path").Single().Attribute("d")!.Value.TrimStart('M').Split(' '), spot =>
        {
            double[] numbers = [.. spot.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            Assert.InRange(numbers[0], left, left + Number(frame, "width"));
            Assert.InRange(numbers[1], top, top + Number(frame, "height"));
        });
    }

    [Fact]
    public void WriteSvg_OneSampleAndNoInformation_IsWellFormed()
    {
        XElement svg = Draw(new InformationPlane([PlaneFixture.Point(_five[0], 0, "t", 0, 0, n: 1, targetEntropy: 0)]));
        Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WriteSvg_PointsThatAreNotFinite_AreCountedNotDrawn()
    {
        XElement svg = Draw(new InformationPlane(
            [PlaneFixture.Point(_five[0], 0, "t", double.PositiveInfinity, 0.5), PlaneFixture.Point(_five[0], 1, "t", 2, 0.5)]));
        Assert.Contains("not finite, not drawn: 1", Texts(svg));
        Assert.Single(svg.Descendants(_svg + "path").Single().Attribute("d")!.Value.Split(' '));
    }

    [Fact]
    public void WriteSvg_LayerThatStandsStill_IsDrawnOnceForEachColour()
    {
        InformationPlane plane = new(Enumerable.Range(0, 5000).Select(epoch => PlaneFixture.Point(_five[0], epoch, "t", 12, 1)));
        Assert.InRange(Draw(plane).Descendants(_svg + "circle").Count(), 2, 1300);
    }

    private static InformationPlane Trajectories(int estimators, int layers)
    {
        RecordingSchedule schedule = RecordingSchedule.Logarithmic(10);
        int[] epochs = [.. Enumerable.Range(0, 4001).Where(schedule.Includes), 4000];
        return new InformationPlane(
            from estimator in _five.Take(estimators)
            from layer in Enumerable.Range(1, layers)
            from epoch in epochs
            let time = Math.Log(1 + epoch) / Math.Log(4001)
            select PlaneFixture.Point(
                estimator, epoch, $"layer {layer}", 12.0 / layer + time * (1 - time), Math.Min(1, time + 0.5 / layer)));
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    // Each text, and the parts of the head, which is one text of two.
    private static string[] Texts(XElement svg) =>
    [
        .. svg.Descendants(_svg + "text").Where(text => text.Attribute("aria-hidden") is null)
            .SelectMany(text => text.Value.TrimStart().StartsWith("Information plane", StringComparison.Ordinal) ? text.Elements() : [text]).Select(text => text.Value),
    ];

    private static XElement Draw(InformationPlane plane) => XDocument.Parse(SvgOf(plane)).Root!;

    private static string SvgOf(InformationPlane plane)
    {
        using StringWriter writer = new() { NewLine = "\r\n" };
        plane.WriteSvg(writer);
        return writer.ToString();
    }
}
