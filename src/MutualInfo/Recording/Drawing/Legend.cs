namespace MutualInfo.Recording.Drawing;

/// <summary>The key to the markers: every layer's, in rows under the panels.</summary>
internal sealed class Legend
{
    private const double FontSize = 12;
    private const double RowHeight = 20;
    private const double MarkerRoom = 14;
    private const double Gap = 20;

    private readonly List<(LayerStyle Style, string Name, Spot Place)> _entries = [];

    public Legend(IReadOnlyList<LayerStyle> styles, double left, double top, double width)
    {
        double widest = styles.Max(style => TextWidth.Of(style.Name, FontSize));
        double step = Math.Min(MarkerRoom + widest + Gap, width);
        int columns = Math.Max(1, (int)((width + Gap) / step));
        for (int i = 0; i < styles.Count; i++)
        {
            string name = TextWidth.Shortened(styles[i].Name, FontSize, width - MarkerRoom);
            _entries.Add((styles[i], name, new Spot(left + i % columns * step, top + (i / columns + 0.5) * RowHeight)));
        }

        Height = (styles.Count + columns - 1) / columns * RowHeight;
    }

    public double Height { get; }

    public void Draw(SvgText svg)
    {
        foreach ((LayerStyle style, string name, Spot place) in _entries)
        {
            Spot centre = new(place.X + 5, place.Y);
            if (style.Marker.IsHollow)
                svg.Line($"""<g fill="#ffffff" stroke-width="1.4">""");
            else
                svg.Line($"""<g stroke="#222222" stroke-width="0.6">""");
            style.Marker.Draw(svg, centre, 3.8, style.Marker.IsHollow ? "#444444" : "#8a8a8a");
            svg.Line($"</g>");
            svg.Line($"""<text x="{place.X + MarkerRoom}" y="{place.Y + 4}" font-size="{FontSize}" fill="#222222">{name}</text>""");
        }
    }
}
