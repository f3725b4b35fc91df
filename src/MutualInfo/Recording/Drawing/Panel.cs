using System.Globalization;

namespace MutualInfo.Recording.Drawing;

/// <summary>Draws the panel of one estimator: frame, grid, ceilings, paths, markers and labels.</summary>
internal sealed class Panel
{
    public const double TitleSize = 13;
    private const double TickSize = 11;
    private const double MarkerRadius = 2.4;
    private const double LastMarkerRadius = 4;

    private readonly PanelContent _content;
    private readonly Box _plot;
    private readonly EpochScale _epochs;
    private readonly IReadOnlyList<LayerStyle> _styles;
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly PathLabels _labels;

    public Panel(PanelContent content, Box plot, EpochScale epochs, IReadOnlyList<LayerStyle> styles)
    {
        _content = content;
        _plot = plot;
        _epochs = epochs;
        _styles = styles;
        PathPoint[] points = [.. content.AllPoints];
        _x = new Axis(points.Select(point => point.Input).Append(content.InputCeiling), plot.Left, plot.Right, 0.05);
        // Above the ceiling H(Y) there must be room for its label and for those of the layers that end there.
        _y = new Axis(points.Select(point => point.Target).Append(content.TargetCeiling ?? 0), plot.Bottom, plot.Top, 0.19);
        _labels = new PathLabels(plot);
    }

    public void Draw(SvgText svg, IReadOnlyList<string> title, double titleBottom)
    {
        svg.Line($"""<g font-size="{TickSize}" fill="#333333">""");
        svg.Line($"<title>{_content.Title}</title>");
        for (int i = 0; i < title.Count; i++)
            svg.Line($"""<text x="{_plot.Left}" y="{titleBottom - (title.Count - 1 - i) * (TitleSize + 3)}" font-size="{TitleSize}" font-weight="bold" fill="#111111">{title[i]}</text>""");
        DrawAxes(svg);
        DrawCeilings(svg);
        DrawBand(svg);
        DrawPaths(svg);
        DrawMarkers(svg);
        DrawEnds(svg);
        if (_content.NotDrawn > 0)
            svg.Line($"""<text x="{_plot.Right - 4}" y="{_plot.Bottom - 5}" text-anchor="end" font-style="italic">not finite, not drawn: {_content.NotDrawn}</text>""");
        svg.Line($"</g>");
    }

    private void DrawAxes(SvgText svg)
    {
        foreach ((double value, string label) in _x.TickMarks)
        {
            double x = _x.Pixel(value);
            svg.Line($"""<line x1="{x}" y1="{_plot.Top}" x2="{x}" y2="{_plot.Bottom}" stroke="{GridColour(value, _x)}" stroke-width="0.8"/>""");
            svg.Line($"""<text x="{x}" y="{_plot.Bottom + 15}" text-anchor="middle">{label}</text>""");
        }

        foreach ((double value, string label) in _y.TickMarks)
        {
            double y = _y.Pixel(value);
            svg.Line($"""<line x1="{_plot.Left}" y1="{y}" x2="{_plot.Right}" y2="{y}" stroke="{GridColour(value, _y)}" stroke-width="0.8"/>""");
            svg.Line($"""<text x="{_plot.Left - 6}" y="{y + 4}" text-anchor="end">{label}</text>""");
        }

        svg.Line($"""<rect x="{_plot.Left}" y="{_plot.Top}" width="{_plot.Width}" height="{_plot.Height}" fill="none" stroke="#555555" stroke-width="0.8"/>""");
        svg.Line($"""<text x="{_plot.Centre.X}" y="{_plot.Bottom + 33}" font-size="12" text-anchor="middle"><tspan font-style="italic">I</tspan>(<tspan font-style="italic">X</tspan>;<tspan font-style="italic">T</tspan>) in bits</text>""");
        svg.Line($"""<text transform="translate({_plot.Left - 38} {_plot.Centre.Y}) rotate(-90)" font-size="12" text-anchor="middle"><tspan font-style="italic">I</tspan>(<tspan font-style="italic">T</tspan>;<tspan font-style="italic">Y</tspan>) in bits</text>""");
    }

    // Where values can be negative, the line of 0 must not look like any other.
    private static string GridColour(double value, Axis axis) => value == 0 && axis.HasNegative ? "#888888" : "#e8e8e8";

    private void DrawCeilings(SvgText svg)
    {
        double x = _x.Pixel(_content.InputCeiling);
        svg.Line($"""<line x1="{x}" y1="{_plot.Top - 4}" x2="{x}" y2="{_plot.Bottom}" stroke="#b03a2e" stroke-width="1" stroke-dasharray="5 3"/>""");
        _labels.AvoidLine(new Box(x - 1, _plot.Top, 2, _plot.Height));
        double half = TextWidth.Of($"log₂ n = {Bits(_content.InputCeiling)}", TickSize) / 2;
        svg.Line($"""<text x="{Math.Clamp(x, _plot.Left + half, _plot.Right - half)}" y="{_plot.Top - 7}" text-anchor="middle" fill="#b03a2e">log₂ <tspan font-style="italic">n</tspan> = {Bits(_content.InputCeiling)}</text>""");
        if (_content.TargetCeiling is not { } entropy)
            return;

        double y = _y.Pixel(entropy);
        string label = $"H(Y) = {Bits(entropy)}";
        svg.Line($"""<line x1="{_plot.Left}" y1="{y}" x2="{_plot.Right}" y2="{y}" stroke="#b03a2e" stroke-width="1" stroke-dasharray="5 3"/>""");
        // The line of 0 may run behind the label.
        svg.Line($"""<text x="{_plot.Left + 5}" y="{y - 5}" fill="#ffffff" stroke="#ffffff" stroke-width="2.5" aria-hidden="true">{label}</text>""");
        svg.Line($"""<text x="{_plot.Left + 5}" y="{y - 5}" fill="#b03a2e"><tspan font-style="italic">H</tspan>(<tspan font-style="italic">Y</tspan>) = {Bits(entropy)}</text>""");
        _labels.AvoidLine(new Box(_plot.Left, y - 1, _plot.Width, 2));
        _labels.Avoid(new Box(_plot.Left + 4, y - 5 - TickSize, TextWidth.Of(label, TickSize) + 2, TickSize + 4));
    }

    private void DrawBand(SvgText svg)
    {
        if (_content.Band is not { } band)
            return;
        foreach ((LayerStyle style, IReadOnlyList<PathPoint[]> threads) in _styles.Zip(band.Threads))
            Ribbon.Draw(svg, style.Name, band.Text, [.. threads.Select(thread => Array.ConvertAll(thread, Place))]);
    }

    private void DrawPaths(SvgText svg)
    {
        svg.Line($"""<g fill="none" stroke="#9b9b9b" stroke-width="0.9" stroke-linejoin="round">""");
        foreach ((LayerStyle style, IReadOnlyList<PathPoint> path) in Drawn())
            svg.Line($"""<path d="M{path.Select(Place)}"><title>{style.Name}</title></path>""");
        svg.Line($"</g>");
    }

    private void DrawMarkers(SvgText svg)
    {
        foreach ((LayerStyle style, IReadOnlyList<PathPoint> path) in Drawn())
        {
            if (style.Marker.IsHollow)
                svg.Line($"""<g fill="#ffffff" stroke-width="1.2">""");
            else
                svg.Line($"""<g stroke="#222222" stroke-opacity="0.6" stroke-width="0.25">""");
            svg.Line($"<title>{style.Name}</title>");
            (Spot, string) before = default;
            foreach (PathPoint point in path)
            {
                Spot place = Place(point);
                string colour = _epochs.Colour(point.Epoch);
                _labels.AvoidMarker(place);
                // A converged layer stays on its spot for thousands of epochs; what looks the same is drawn once.
                if ((place, colour) != before)
                    style.Marker.Draw(svg, place, MarkerRadius, colour);
                before = (place, colour);
            }

            svg.Line($"</g>");
        }
    }

    /// <summary>The last epoch of every layer, larger and over all the rest: where training ended is what a reader looks for first.</summary>
    private void DrawEnds(SvgText svg)
    {
        svg.Line($"""<g stroke="#111111" stroke-width="1">""");
        foreach ((LayerStyle style, IReadOnlyList<PathPoint> path) in Drawn())
            style.Marker.DrawFilled(svg, Place(path[^1]), LastMarkerRadius, _epochs.Colour(path[^1].Epoch));
        svg.Line($"</g>");
        foreach ((_, IReadOnlyList<PathPoint> path) in Drawn())
            _labels.Avoid(Around(Place(path[^1])));
        _labels.Draw(svg, Drawn().Select(drawn => (Place(drawn.Path[^1]), drawn.Style.Label)));
    }

    private static Box Around(Spot end) => new(end.X - 5, end.Y - 5, 10, 10);

    private IEnumerable<(LayerStyle Style, IReadOnlyList<PathPoint> Path)> Drawn() =>
        _styles.Zip(_content.Paths).Where(pair => pair.Second.Count > 0);

    // To a tenth of a pixel, so that spots which look the same are the same.
    private Spot Place(PathPoint point) => new(Math.Round(_x.Pixel(point.Input), 1), Math.Round(_y.Pixel(point.Target), 1));

    private static string Bits(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
