namespace MutualInfo.Recording.Drawing;

/// <summary>Draws the band of one layer: what its path sweeps over as the parameter goes from one end to the other.</summary>
/// <remarks>
/// Between two epochs and two values of the parameter lies a quadrangle, drawn as two triangles that turn one way. Their union is
/// then filled without holes or seams, wherever the path crosses itself.
/// </remarks>
internal static class Ribbon
{
    private const string Colour = "#4a6fa5";

    public static void Draw(SvgText svg, string layer, string what, IReadOnlyList<Spot[]> threads)
    {
        if (threads.Count == 0)
            return;
        svg.Line($"""<g stroke="{Colour}" stroke-linejoin="round" stroke-linecap="round">""");
        svg.Line($"<title>{layer}, {what}</title>");
        if (threads.Count > 1)
        {
            svg.Line($"""<g fill="{Colour}" fill-opacity="0.16" stroke="none">""");
            svg.Line($"""<path d="{Triangles(threads)}"/>""");
            svg.Line($"</g>");
            svg.Line($"""<g fill="none" stroke-width="0.6" stroke-opacity="0.55">""");
            svg.Line($"""<path d="M{threads.Select(thread => thread[0])}"/>""");
            svg.Line($"""<path d="M{threads.Select(thread => thread[^1])}"/>""");
            svg.Line($"</g>");
        }

        // Where training ended: through all the values of the parameter.
        svg.Line($"""<g fill="none" stroke-width="1.4" stroke-opacity="0.85">""");
        svg.Line($"""<path d="M{threads[^1]}"/>""");
        svg.Line($"</g>");
        svg.Line($"</g>");
    }

    private static Strokes Triangles(IReadOnlyList<Spot[]> threads)
    {
        List<Spot[]> triangles = [];
        for (int epoch = 1; epoch < threads.Count; epoch++)
        {
            for (int i = 1; i < threads[epoch].Length; i++)
            {
                (Spot before, Spot beforeNext) = (threads[epoch - 1][i - 1], threads[epoch - 1][i]);
                (Spot now, Spot nowNext) = (threads[epoch][i - 1], threads[epoch][i]);
                Add(triangles, before, beforeNext, nowNext);
                Add(triangles, before, nowNext, now);
            }
        }

        return new Strokes(triangles);
    }

    private static void Add(List<Spot[]> triangles, Spot a, Spot b, Spot c)
    {
        double area = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        if (area != 0)
            triangles.Add(area > 0 ? [a, b, c] : [a, c, b]);
    }
}

/// <summary>Several closed outlines of one path.</summary>
internal readonly record struct Strokes(IReadOnlyList<Spot[]> Outlines);
