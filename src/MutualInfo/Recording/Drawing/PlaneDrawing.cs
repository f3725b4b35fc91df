using System.Globalization;
using MutualInfo.Sensitivity;

namespace MutualInfo.Recording.Drawing;

/// <summary>Lays out the picture: a title, panels in a grid, the colour bar beside them and the legend below.</summary>
internal sealed class PlaneDrawing(InformationPlane plane, IReadOnlyList<Sweep> bands)
{
    private const double Margin = 16;
    private const double HeadHeight = 44;
    private const double TitleSize = 17;
    private const double SubtitleSize = 12;
    private const double SubtitleGap = 8;
    private const double AxisWidth = 50;
    private const double AxisHeight = 44;
    private const double ColumnGap = 18;
    private const double CeilingLabelHeight = 24;
    private const double TitleLineHeight = Panel.TitleSize + 3;

    public void Write(SvgText svg)
    {
        if (plane.Points.Count == 0)
            WriteEmpty(svg);
        else
            WritePanels(svg);
    }

    private static void WriteEmpty(SvgText svg)
    {
        Begin(svg, 420, 120);
        WriteHead(svg, "no points have been recorded");
        svg.Line($"</svg>");
    }

    private void WritePanels(SvgText svg)
    {
        PanelContent[] contents = [.. Contents()];
        // Four panels in a square waste less room than three and one.
        int columns = contents.Length == 4 ? 2 : Math.Min(3, contents.Length);
        int rows = (contents.Length + columns - 1) / columns;
        // One or two panels have room to be larger.
        (double plotWidth, double plotHeight) = columns == 1 ? (400, 310) : columns == 2 ? (310, 240) : (250, 205);
        IReadOnlyList<string>[] titles =
            [.. contents.Select(content => TitleOf(content, plotWidth))];
        double cellWidth = AxisWidth + plotWidth + ColumnGap;
        // A row is as high as its longest title asks for.
        double[] plotTops = new double[rows];
        double bottom = HeadHeight;
        for (int row = 0; row < rows; row++)
        {
            int lines = titles.Skip(row * columns).Take(columns).Max(title => title.Count);
            plotTops[row] = bottom + lines * TitleLineHeight + CeilingLabelHeight;
            bottom = plotTops[row] + plotHeight + AxisHeight;
        }

        double width = 2 * Margin + columns * cellWidth + ColourBar.Width;
        IReadOnlyList<LayerStyle> styles = LayerStyle.Of(plane.Layers);
        Legend legend = new(styles, Margin + AxisWidth, bottom + 10, width - 2 * Margin - AxisWidth);
        EpochScale epochs = new([.. plane.Points.Select(point => point.Epoch)]);

        Begin(svg, width, bottom + 10 + legend.Height + Margin);
        WriteHead(svg, Subtitle(epochs));
        for (int i = 0; i < contents.Length; i++)
        {
            double left = Margin + i % columns * cellWidth + AxisWidth;
            double top = plotTops[i / columns];
            Panel panel = new(contents[i], new Box(left, top, plotWidth, plotHeight), epochs, styles);
            panel.Draw(svg, titles[i], top - CeilingLabelHeight);
        }

        ColourBar.Draw(svg, epochs, new Box(Margin + columns * cellWidth + 4, plotTops[0], ColourBar.Width, plotHeight));
        legend.Draw(svg);
        svg.Line($"</svg>");
    }

    /// <summary>A panel for each estimator; the variants of a band share the one of the first.</summary>
    private IEnumerable<PanelContent> Contents()
    {
        HashSet<Sweep> drawn = [];
        foreach (IMutualInformationEstimator estimator in plane.Estimators)
        {
            Sweep? band = bands.FirstOrDefault(sweep => sweep.Estimators.Contains(estimator));
            if (band is null)
                yield return new PanelContent(plane, estimator);
            else if (drawn.Add(band))
                yield return new PanelContent(plane, new Band(plane, band));
        }
    }

    private static List<string> TitleOf(PanelContent content, double width)
    {
        List<string> lines = [.. TextWidth.Wrapped(content.Title, Panel.TitleSize * 1.06, width, most: 2)];
        if (content.Band is { } band)
            lines.Add(TextWidth.Shortened(band.Text, Panel.TitleSize * 1.06, width));
        return lines;
    }

    private static void Begin(SvgText svg, double width, double height)
    {
        svg.Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" font-family="Helvetica, Arial, sans-serif">""");
        svg.Line($"<title>Information plane</title>");
        svg.Line($"""<rect width="{width}" height="{height}" fill="#ffffff"/>""");
    }

    private static void WriteHead(SvgText svg, string subtitle)
    {
        // One text in two parts, so that the second follows the first in whatever font the reader has.
        svg.Line($"""<text x="{Margin + AxisWidth}" y="30" font-size="{SubtitleSize}" fill="#555555">""");
        svg.Line($"""<tspan font-size="{TitleSize}" font-weight="bold" fill="#111111">Information plane</tspan> <tspan dx="{SubtitleGap}">{subtitle}</tspan>""");
        svg.Line($"</text>");
    }

    private string Subtitle(EpochScale epochs)
    {
        long least = plane.Points.Min(point => point.SampleCount);
        long greatest = plane.Points.Max(point => point.SampleCount);
        string n = least == greatest ? Text($"n = {least}") : Text($"n = {least} to {greatest}");
        string layers = plane.Layers.Count == 1 ? "1 layer" : Text($"{plane.Layers.Count} layers");
        string span = epochs.IsSingle ? Text($"epoch {epochs.First}") : Text($"epochs {epochs.First} to {epochs.Last}");
        return $"{n}, {layers}, {span}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
