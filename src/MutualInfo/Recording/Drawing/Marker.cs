namespace MutualInfo.Recording.Drawing;

/// <summary>The shape that tells a layer from the others where colour is taken by the epoch.</summary>
internal sealed class Marker
{
    // Unit shapes of about the area of a circle of radius 1, so that no layer looks more important. The circle has no corners.
    private static readonly Spot[][] Shapes =
    [
        [],
        [new(-0.89, -0.89), new(0.89, -0.89), new(0.89, 0.89), new(-0.89, 0.89)],
        [new(0, -1.45), new(1.26, 0.73), new(-1.26, 0.73)],
        [new(0, -1.3), new(1.2, 0), new(0, 1.3), new(-1.2, 0)],
        [new(0, 1.45), new(1.26, -0.73), new(-1.26, -0.73)],
        [
            new(-0.45, -1.3), new(0.45, -1.3), new(0.45, -0.45), new(1.3, -0.45), new(1.3, 0.45), new(0.45, 0.45),
            new(0.45, 1.3), new(-0.45, 1.3), new(-0.45, 0.45), new(-1.3, 0.45), new(-1.3, -0.45), new(-0.45, -0.45),
        ],
        [
            new(0, -1.5), new(0.42, -0.58), new(1.43, -0.46), new(0.68, 0.22), new(0.88, 1.21),
            new(0, 0.72), new(-0.88, 1.21), new(-0.68, 0.22), new(-1.43, -0.46), new(-0.42, -0.58),
        ],
        [
            new(0, -0.6), new(0.7, -1.3), new(1.3, -0.7), new(0.6, 0), new(1.3, 0.7), new(0.7, 1.3),
            new(0, 0.6), new(-0.7, 1.3), new(-1.3, 0.7), new(-0.6, 0), new(-1.3, -0.7), new(-0.7, -1.3),
        ],
    ];

    private readonly Spot[] _corners;

    public Marker(int layer)
    {
        _corners = Shapes[layer % Shapes.Length];
        IsHollow = layer / Shapes.Length % 2 == 1;
    }

    /// <summary>Gets whether only the outline carries the colour: the second round of the shapes.</summary>
    public bool IsHollow { get; }

    /// <summary>Draws the marker as its layer has it, filled or hollow; the group around it says the rest.</summary>
    public void Draw(SvgText svg, Spot centre, double radius, string colour)
    {
        if (!IsHollow)
            DrawFilled(svg, centre, radius, colour);
        else if (_corners.Length == 0)
            svg.Line($"""<circle cx="{centre.X}" cy="{centre.Y}" r="{radius}" stroke="{colour}"/>""");
        else
            svg.Line($"""<polygon points="{Corners(centre, radius)}" stroke="{colour}"/>""");
    }

    public void DrawFilled(SvgText svg, Spot centre, double radius, string colour)
    {
        if (_corners.Length == 0)
            svg.Line($"""<circle cx="{centre.X}" cy="{centre.Y}" r="{radius}" fill="{colour}"/>""");
        else
            svg.Line($"""<polygon points="{Corners(centre, radius)}" fill="{colour}"/>""");
    }

    private IEnumerable<Spot> Corners(Spot centre, double radius) =>
        _corners.Select(corner => new Spot(centre.X + radius * corner.X, centre.Y + radius * corner.Y));
}
