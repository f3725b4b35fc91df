using System.Globalization;
using System.Net;
using System.Text;

namespace MutualInfo.InformationPlanes.Charts;

/// <summary>Draws charts as SVG, beside each other in rows; no font, style sheet or script is needed, and equal charts give equal text.</summary>
public static class LineChart
{
    private const int Width = 400;
    private const int Height = 300;
    private const int Left = 58;
    private const int Right = 12;
    private const int Top = 30;
    private const int Bottom = 46;
    private const int LegendLine = 15;

    // Okabe and Ito's colours, which colour-blind readers tell apart, without their yellow.
    private static readonly string[] _colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"];

    /// <summary>Writes a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="panels">The charts.</param>
    /// <param name="columns">How many stand in a row.</param>
    public static void Write(string path, IReadOnlyList<ChartPanel> panels, int columns = 2)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        var text = new StringBuilder();
        int legend = LegendLine * panels.Max(panel => (panel.Series.Count + 1) / 2);
        int rows = (panels.Count + columns - 1) / columns, height = Height + legend;
        int fullWidth = Width * Math.Min(columns, panels.Count);
        Line(text, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{fullWidth}" height="{rows * height}" viewBox="0 0 {fullWidth} {rows * height}" font-family="sans-serif" font-size="11">""");
        Line(text, $"""<rect width="{fullWidth}" height="{rows * height}" fill="#fff"/>""");
        for (int i = 0; i < panels.Count; i++)
        {
            Line(text, $"""<g transform="translate({i % columns * Width} {i / columns * height})">""");
            Draw(text, panels[i]);
            Line(text, $"</g>");
        }

        Line(text, $"</svg>");
        File.WriteAllText(path, text.ToString());
    }

    private static void Draw(StringBuilder text, ChartPanel panel)
    {
        var x = new ChartAxis(panel.Series.SelectMany(series => series.X), panel.XScale);
        var y = new ChartAxis(panel.Series.SelectMany(Reach), panel.YScale);
        Line(text, $"""<text x="{(Left + Width - Right) / 2}" y="18" text-anchor="middle" font-size="13">{Escaped(panel.Title)}</text>""");
        foreach (double tick in x.Ticks)
        {
            Line(text, $"""<line x1="{X(x, tick):0.##}" x2="{X(x, tick):0.##}" y1="{Top}" y2="{Height - Bottom}" stroke="#ddd"/>""");
            Line(text, $"""<text x="{X(x, tick):0.##}" y="{Height - Bottom + 15}" text-anchor="middle">{tick:G6}</text>""");
        }

        foreach (double tick in y.Ticks)
        {
            Line(text, $"""<line x1="{Left}" x2="{Width - Right}" y1="{Y(y, tick):0.##}" y2="{Y(y, tick):0.##}" stroke="#ddd"/>""");
            Line(text, $"""<text x="{Left - 5}" y="{Y(y, tick) + 4:0.##}" text-anchor="end">{tick:G6}</text>""");
        }

        Line(text, $"""<text x="{(Left + Width - Right) / 2}" y="{Height - 14}" text-anchor="middle">{Escaped(panel.XTitle)}</text>""");
        Line(text, $"""<text transform="translate(14 {(Top + Height - Bottom) / 2}) rotate(-90)" text-anchor="middle">{Escaped(panel.YTitle)}</text>""");
        for (int i = 0; i < panel.Series.Count; i++)
            Draw(text, panel.Series[i], _colours[i % _colours.Length], x, y, Left + (i % 2 * (Width - Left) / 2), Height + (i / 2 * LegendLine));
    }

    private static void Draw(StringBuilder text, ChartSeries series, string colour, ChartAxis x, ChartAxis y, int keyX, int keyY)
    {
        int[] shown = [.. Enumerable.Range(0, series.X.Count).Where(i => x.Has(series.X[i]) && y.Has(series.Y[i]))];
        if (series.Spread is { } spread)
        {
            IEnumerable<(double X, double Y)> outline =
            [
                .. shown.Select(i => (series.X[i], series.Y[i] + spread[i])),
                .. shown.Reverse().Select(i => (series.X[i], series.Y[i] - spread[i])),
            ];
            string band = Points(outline.Where(point => y.Has(point.Y)), x, y);
            Line(text, $"""<polygon points="{band}" fill="{colour}" fill-opacity="0.15"/>""");
        }

        if (series.Mark == ChartMark.Dots)
        {
            foreach (int i in shown)
                Line(text, $"""<circle cx="{X(x, series.X[i]):0.##}" cy="{Y(y, series.Y[i]):0.##}" r="3" fill="{colour}"/>""");
            Line(text, $"""<circle cx="{keyX + 10}" cy="{keyY - 4}" r="3" fill="{colour}"/>""");
        }
        else
        {
            string dashes = series.Mark == ChartMark.Dashes ? " stroke-dasharray=\"5 3\"" : "";
            string points = Points(shown.Select(i => (series.X[i], series.Y[i])), x, y);
            Line(text, $"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"{dashes}/>""");
            Line(text, $"""<line x1="{keyX}" x2="{keyX + 20}" y1="{keyY - 4}" y2="{keyY - 4}" stroke="{colour}" stroke-width="1.5"{dashes}/>""");
        }

        Line(text, $"""<text x="{keyX + 26}" y="{keyY}">{Escaped(series.Name)}</text>""");
    }

    private static IEnumerable<double> Reach(ChartSeries series) => series.Spread is { } spread
        ? [.. series.Y.Select((value, i) => value - spread[i]), .. series.Y.Select((value, i) => value + spread[i])]
        : series.Y;

    private static string Points(IEnumerable<(double X, double Y)> points, ChartAxis x, ChartAxis y) =>
        string.Join(' ', points.Select(point => FormattableString.Invariant($"{X(x, point.X):0.##},{Y(y, point.Y):0.##}")));

    private static double X(ChartAxis axis, double value) => Left + (axis.Share(value) * (Width - Left - Right));

    private static double Y(ChartAxis axis, double value) => Height - Bottom - (axis.Share(value) * (Height - Top - Bottom));

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
