namespace MutualInfo.Recording.Drawing;

/// <summary>The key to the colours: a bar of the colour map with the epochs beside it.</summary>
internal static class ColourBar
{
    /// <summary>The width that the bar and its labels need.</summary>
    public const double Width = 74;

    private const double BarWidth = 12;
    private const double FontSize = 11;
    private const string Gradient = "epochs";

    public static void Draw(SvgText svg, EpochScale epochs, Box place)
    {
        svg.Line($"""<g font-size="{FontSize}" fill="#333333">""");
        svg.Line($"""<text x="{place.Left}" y="{place.Top - 7}" font-size="12">epoch</text>""");
        if (epochs.IsSingle)
            DrawSingle(svg, epochs, place);
        else
            DrawBar(svg, epochs, place);
        svg.Line($"</g>");
    }

    private static void DrawSingle(SvgText svg, EpochScale epochs, Box place)
    {
        svg.Line($"""<rect x="{place.Left}" y="{place.Top}" width="{BarWidth}" height="{BarWidth}" fill="{epochs.Colour(epochs.First)}" stroke="#555555" stroke-width="0.8"/>""");
        svg.Line($"""<text x="{place.Left + BarWidth + 6}" y="{place.Top + 10}">{epochs.First}</text>""");
    }

    private static void DrawBar(SvgText svg, EpochScale epochs, Box place)
    {
        svg.Line($"""<linearGradient id="{Gradient}" x1="0" y1="1" x2="0" y2="0">""");
        foreach (double stop in ColourMap.Stops)
            svg.Line($"""<stop offset="{100 * stop}%" stop-color="{ColourMap.At(stop)}"/>""");
        svg.Line($"</linearGradient>");
        svg.Line($"""<rect x="{place.Left}" y="{place.Top}" width="{BarWidth}" height="{place.Height}" fill="url(#{Gradient})" stroke="#555555" stroke-width="0.8"/>""");

        double right = place.Left + BarWidth;
        foreach ((double epoch, string label) in epochs.Marks((FontSize + 3) / place.Height))
        {
            double y = place.Bottom - epochs.Place(epoch) * place.Height;
            double length = label.Length > 0 ? 4 : 2;
            svg.Line($"""<line x1="{right}" y1="{y}" x2="{right + length}" y2="{y}" stroke="#555555" stroke-width="0.8"/>""");
            if (label.Length > 0)
                svg.Line($"""<text x="{right + 7}" y="{y + 4}">{label}</text>""");
        }
    }
}
