using System.Globalization;
using System.Text;
using MutualInfo.Peers.Measuring;

namespace MutualInfo.Peers.Pages;

/// <summary>Time against n and against d, both axes logarithmic: a line for each kernel, and its ceiling dashed in the same colour.</summary>
internal static class ScalingPicture
{
    private const int PanelWidth = 380;
    private const int PanelHeight = 300;
    private const int Left = 70;
    private const int Top = 46;
    private const int Gap = 90;
    private const int Width = Left + 2 * PanelWidth + Gap + 20;
    private const int Height = Top + PanelHeight + 96;

    // Colours that readers with any colour vision tell apart (Okabe and Ito).
    private static readonly Dictionary<string, string> _colours = new()
    {
        ["Gram matrix"] = "#0072b2",
        ["row sums"] = "#009e73",
        ["eigenvalues"] = "#d55e00",
    };

    public static string Link(string machine) =>
        $"![Time against n and against d for Gram matrices, row sums and eigenvalues, with the ceilings of the hardware dashed](../benchmarks/results/{machine}/scaling.svg)";

    public static string Text(ScalingResult result)
    {
        StringBuilder svg = new();
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line(svg, $"<title>Time against n and d on {Escaped(result.Machine.Name)}, {result.Threads} threads</title>");
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"white\"/>");
        Panel(svg, result, "n", Left, $"time against n (d = {result.FixedDimension})");
        Panel(svg, result, "d", Left + PanelWidth + Gap, $"time against d (n = {result.FixedCount})");
        Legend(svg);
        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Panel(StringBuilder svg, ScalingResult result, string axis, int left, string title)
    {
        ScalingSeries[] series = [.. result.Series.Where(one => one.Axis == axis && one.Points.Length > 0)];
        ScalingPoint[] points = [.. series.SelectMany(one => one.Points)];
        if (points.Length == 0)
            return;
        LogScale x = new(points.Min(point => point.At), points.Max(point => point.At), left, left + PanelWidth);
        double least = Math.Pow(10, Math.Floor(Math.Log10(points.Min(point => Math.Min(point.Ceiling, point.Seconds)))));
        double greatest = Math.Pow(10, Math.Ceiling(Math.Log10(points.Max(point => point.Seconds))));
        LogScale y = new(least, greatest, Top + PanelHeight, Top);

        Line(svg, $"<text x=\"{left + PanelWidth / 2}\" y=\"{Top - 18}\" text-anchor=\"middle\" font-weight=\"bold\">{title}</text>");
        for (double decade = least; decade <= greatest * 1.01; decade *= 10)
        {
            Line(svg, $"<line x1=\"{left}\" x2=\"{left + PanelWidth}\" y1=\"{y.At(decade):0.##}\" y2=\"{y.At(decade):0.##}\" stroke=\"#dddddd\"/>");
            Line(svg, $"<text x=\"{left - 8}\" y=\"{y.At(decade) + 4:0.##}\" text-anchor=\"end\">{Decade(decade)}</text>");
        }

        foreach (int at in points.Select(point => point.At).Distinct().Order())
        {
            Line(svg, $"<line x1=\"{x.At(at):0.##}\" x2=\"{x.At(at):0.##}\" y1=\"{Top + PanelHeight}\" y2=\"{Top + PanelHeight + 5}\" stroke=\"black\"/>");
            Line(svg, $"<text x=\"{x.At(at):0.##}\" y=\"{Top + PanelHeight + 20}\" text-anchor=\"middle\" font-size=\"11\">{at}</text>");
        }

        Line(svg, $"<rect x=\"{left}\" y=\"{Top}\" width=\"{PanelWidth}\" height=\"{PanelHeight}\" fill=\"none\" stroke=\"black\"/>");
        Line(svg, $"<text x=\"{left + PanelWidth / 2}\" y=\"{Top + PanelHeight + 40}\" text-anchor=\"middle\" font-style=\"italic\">{axis}</text>");
        foreach (ScalingSeries one in series)
        {
            string colour = _colours.GetValueOrDefault(one.Name, "black");
            Curve(svg, one.Points.Select(point => (x.At(point.At), y.At(point.Ceiling))), $"stroke=\"{colour}\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"");
            Curve(svg, one.Points.Select(point => (x.At(point.At), y.At(point.Seconds))), $"stroke=\"{colour}\" stroke-width=\"2\"");
            foreach (ScalingPoint point in one.Points)
                Line(svg, $"<circle cx=\"{x.At(point.At):0.##}\" cy=\"{y.At(point.Seconds):0.##}\" r=\"3\" fill=\"{colour}\"/>");
        }
    }

    private static void Curve(StringBuilder svg, IEnumerable<(double X, double Y)> points, string style)
    {
        string list = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.##},{point.Y:0.##}")));
        Line(svg, $"<polyline points=\"{list}\" fill=\"none\" {style}/>");
    }

    private static void Legend(StringBuilder svg)
    {
        int left = Left;
        const int at = Height - 20;
        foreach ((string name, string colour) in _colours)
        {
            Line(svg, $"<line x1=\"{left}\" x2=\"{left + 28}\" y1=\"{at}\" y2=\"{at}\" stroke=\"{colour}\" stroke-width=\"2\"/>");
            Line(svg, $"<text x=\"{left + 36}\" y=\"{at + 4}\">{name}</text>");
            left += 150;
        }

        Line(svg, $"<line x1=\"{left}\" x2=\"{left + 28}\" y1=\"{at}\" y2=\"{at}\" stroke=\"black\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"/>");
        Line(svg, $"<text x=\"{left + 36}\" y=\"{at + 4}\">least time that the hardware allows</text>");
    }

    private static string Decade(double seconds) => seconds switch
    {
        < 0.9e-6 => $"{Math.Round(seconds * 1e9)} ns",
        < 0.9e-3 => $"{Math.Round(seconds * 1e6)} µs",
        < 0.9 => $"{Math.Round(seconds * 1e3)} ms",
        _ => $"{Math.Round(seconds)} s",
    };

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static void Line(StringBuilder svg, FormattableString markup) => svg.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');

    /// <summary>Logarithms along pixels.</summary>
    private readonly record struct LogScale(double Low, double High, double Start, double End)
    {
        public double At(double value) => Start + Math.Log(value / Low) / Math.Log(High / Low) * (End - Start);
    }
}
