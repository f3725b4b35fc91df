namespace MutualInfo.Recording.Drawing;

/// <summary>
/// Places a label near the end of each path: of all places around it the one that covers fewest markers and lies nearest, inside the
/// panel and off the labels placed before.
/// </summary>
internal sealed class PathLabels(Box bounds)
{
    public const double FontSize = 11;

    private const int Directions = 24;
    private const double CellSize = 3;
    private static readonly double[] Distances = [7, 11, 16, 22, 29, 37, 46, 56, 68, 82, 98, 116];

    private readonly List<Box> _taken = [];
    private readonly List<Box> _lines = [];

    // Thousands of markers crowd on few spots, so what is covered is counted in cells.
    private readonly HashSet<(int Column, int Row)> _marked = [];

    public void AvoidMarker(Spot spot) => _marked.Add(((int)(spot.X / CellSize), (int)(spot.Y / CellSize)));

    /// <summary>Keeps labels off a text or a marker that must stay readable.</summary>
    public void Avoid(Box box) => _taken.Add(box);

    /// <summary>Keeps labels off a line, unless there is no other place near.</summary>
    public void AvoidLine(Box box) => _lines.Add(box);

    public void Draw(SvgText svg, IEnumerable<(Spot End, string Label)> labels)
    {
        List<(Spot End, Box Place, string Label)> placed = [];
        foreach ((Spot end, string label) in labels)
        {
            Box place = Place(end, TextWidth.Of(label, FontSize) + 2, FontSize + 1);
            _taken.Add(place);
            placed.Add((end, place, label));
        }

        // Pointers first: they may pass behind a label, not through it.
        foreach ((Spot end, Box place, _) in placed)
            DrawPointer(svg, end, place.Nearest(end));
        foreach ((_, Box place, string label) in placed)
        {
            // A white outline keeps a label readable on lines. It is a text of its own: not every converter knows paint-order.
            svg.Line($"""<text x="{place.Centre.X}" y="{place.Bottom - 2.5}" font-size="{FontSize}" text-anchor="middle" fill="#ffffff" stroke="#ffffff" stroke-width="2.5" stroke-linejoin="round" aria-hidden="true">{label}</text>""");
            svg.Line($"""<text x="{place.Centre.X}" y="{place.Bottom - 2.5}" font-size="{FontSize}" text-anchor="middle" fill="#222222">{label}</text>""");
        }
    }

    private static void DrawPointer(SvgText svg, Spot from, Spot to)
    {
        // Next to its marker a label needs no pointer.
        if ((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y) > 13 * 13)
            svg.Line($"""<line x1="{from.X}" y1="{from.Y}" x2="{to.X}" y2="{to.Y}" stroke="#555555" stroke-width="0.6"/>""");
    }

    private Box Place(Spot end, double width, double height)
    {
        Box best = default;
        double leastCost = double.PositiveInfinity;
        foreach (double distance in Distances)
        {
            // A place costs its distance at least.
            if (distance >= leastCost)
                break;
            for (int i = 0; i < Directions; i++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * i / Directions);
                Box candidate = new(
                    end.X + cosine * (distance + width / 2) - width / 2, end.Y - sine * (distance + height / 2) - height / 2, width, height);
                double cost = Cost(candidate, distance);
                if (cost < leastCost)
                    (best, leastCost) = (candidate, cost);
            }
        }

        return best;
    }

    private double Cost(Box candidate, double distance)
    {
        double cost = distance;
        if (!bounds.Contains(candidate))
            cost += 1000 + candidate.Width * candidate.Height - candidate.OverlapWith(bounds);
        foreach (Box box in _taken)
        {
            double overlap = candidate.OverlapWith(box);
            if (overlap > 0)
                cost += 500 + overlap;
        }

        foreach (Box line in _lines)
            cost += candidate.OverlapWith(line) > 0 ? 14 : 0;
        for (int column = (int)(candidate.Left / CellSize) - 1; column <= (int)(candidate.Right / CellSize); column++)
        {
            for (int row = (int)(candidate.Top / CellSize) - 1; row <= (int)(candidate.Bottom / CellSize); row++)
                cost += _marked.Contains((column, row)) ? 8 : 0;
        }

        return cost;
    }
}
