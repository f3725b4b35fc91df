namespace MutualInfo.Training.Data.Images;

/// <summary>One writer: how strokes of a unit square come to lie on an image.</summary>
internal sealed class Handwriting
{
    private const int StepsOfCurve = 6;
    private const double Wobble = 0.075;

    private readonly Random _random;
    private readonly double _xx;
    private readonly double _xy;
    private readonly double _yx;
    private readonly double _yy;
    private readonly double _centreX;
    private readonly double _centreY;

    public Handwriting(Random random)
    {
        _random = random;

        // A rotation by the tangent of half its angle needs no sine: up to 2·atan(0.16), 18 degrees either way.
        double half = Between(-0.16, 0.16);
        double cosine = (1 - (half * half)) / (1 + (half * half)), sine = 2 * half / (1 + (half * half));
        double width = Between(11, 19), height = Between(16, 21), slant = Between(-0.3, 0.3);
        (_xx, _xy) = (cosine * width, ((cosine * slant) - sine) * height);
        (_yx, _yy) = (sine * width, ((sine * slant) + cosine) * height);
        (_centreX, _centreY) = (13.5 + Between(-1.5, 1.5), 13.5 + Between(-1.5, 1.5));
    }

    /// <summary>Gives the points of a stroke in pixels, near enough for straight lines in between.</summary>
    public List<(double X, double Y)> Write(DigitStrokes.Stroke stroke)
    {
        (double X, double Y)[] points = new (double X, double Y)[stroke.Points.Length / 2];
        for (int i = 0; i < points.Length; i++)
        {
            double x = stroke.Points[2 * i] - 0.5 + Between(-Wobble, Wobble);
            double y = stroke.Points[(2 * i) + 1] - 0.5 + Between(-Wobble, Wobble);
            points[i] = (_centreX + (_xx * x) + (_xy * y), _centreY + (_yx * x) + (_yy * y));
        }

        if (!stroke.IsCurved)
            return [.. points];

        List<(double X, double Y)> path = [points[0]];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            for (int step = 1; step <= StepsOfCurve; step++)
                path.Add(Between(points, i, step / (double)StepsOfCurve));
        }

        return path;
    }

    // Catmull and Rom's spline; at the ends the missing neighbour is the end itself.
    private static (double X, double Y) Between((double X, double Y)[] points, int i, double t)
    {
        (double X, double Y) before = points[Math.Max(i - 1, 0)], from = points[i], to = points[i + 1];
        (double X, double Y) after = points[Math.Min(i + 2, points.Length - 1)];
        return (Spline(before.X, from.X, to.X, after.X, t), Spline(before.Y, from.Y, to.Y, after.Y, t));
    }

    private static double Spline(double before, double from, double to, double after, double t) =>
        from + (0.5 * t * (to - before
            + (t * ((2 * before) - (5 * from) + (4 * to) - after
                + (t * ((3 * (from - to)) + after - before))))));

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());
}
