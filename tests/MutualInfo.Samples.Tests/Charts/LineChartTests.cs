using System.Globalization;
using System.Xml.Linq;
using MutualInfo.InformationPlanes.Charts;

namespace MutualInfo.SampleTests.Charts;

public sealed class LineChartTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Write_LinearPanel_PutsPointsWhereTheirAxesSay()
    {
        XElement svg = Written(new ChartPanel("a < b", "x", "y", [new ChartSeries("one & two", [0, 5, 10], [0, 4, 2])]));
        (double X, double Y)[] points = Points(Assert.Single(Named(svg, "polyline")));

        // The axes begin and end at the extremes, which are ticks here, so the line starts in the lower left corner and ends at the right.
        Assert.Equal(points[0].X + ((points[2].X - points[0].X) / 2), points[1].X, 0.01);
        Assert.Equal((points[0].Y + points[1].Y) / 2, points[2].Y, 0.01);
        Assert.True(points[1].Y < points[0].Y, "up is towards smaller y");
        Assert.Contains("a < b", Named(svg, "text").Select(text => text.Value));
        Assert.Contains("one & two", Named(svg, "text").Select(text => text.Value));
    }

    [Fact]
    public void Write_LogarithmicAxis_SpacesDecadesEvenlyAndLeavesOutZero()
    {
        var panel = new ChartPanel("", "x", "y", [new ChartSeries("s", [0, 1, 10, 100], [9, 1, 2, 3])]) { XScale = AxisScale.Logarithmic };
        (double X, double Y)[] points = Points(Assert.Single(Named(Written(panel), "polyline")));
        Assert.Equal(3, points.Length);
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, 0.02);
    }

    [Fact]
    public void Write_SpreadAndDots_AreDrawn()
    {
        XElement svg = Written(new ChartPanel("", "", "",
        [
            new ChartSeries("band", [1, 2], [1, 1]) { Spread = [0.5, 0.25] },
            new ChartSeries("dots", [1, 2], [1, double.NaN]) { Mark = ChartMark.Dots },
        ]));
        Assert.Equal(4, Points(Assert.Single(Named(svg, "polygon"))).Length);
        Assert.Equal(2, Named(svg, "circle").Count());    // one point, NaN left out, and the legend's
    }

    private XElement Written(ChartPanel panel)
    {
        LineChart.Write(_path, [panel]);
        return XDocument.Load(_path).Root!;
    }

    private static IEnumerable<XElement> Named(XElement svg, string name) => svg.Descendants().Where(element => element.Name.LocalName == name);

    private static (double X, double Y)[] Points(XElement element) =>
    [
        .. element.Attribute("points")!.Value.Split(' ')
            .Select(point => point.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray())
            .Select(pair => (pair[0], pair[1])),
    ];
}
