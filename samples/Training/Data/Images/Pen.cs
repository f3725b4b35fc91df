namespace MutualInfo.Training.Data.Images;

/// <summary>Collects the ink of strokes on an image.</summary>
/// <param name="width">The width of a stroke, in pixels.</param>
/// <param name="softness">How many pixels the edge of a stroke takes from ink to paper.</param>
internal sealed class Pen(double width, double softness)
{
    private const double Unsteadiness = 0.06;

    private readonly double _reach = (width + softness) / 2;
    private double[] _ink = [];

    /// <summary>Draws straight lines from point to point.</summary>
    public void Draw(IReadOnlyList<(double X, double Y)> path, int side)
    {
        if (_ink.Length == 0)
            _ink = new double[side * side];
        for (int i = 0; i + 1 < path.Count; i++)
            DrawLine(path[i], path[i + 1], side);
    }

    /// <summary>Writes the ink as bytes; inked pixels are a little uneven, paper stays 0.</summary>
    public void Print(Span<byte> pixels, Random random)
    {
        for (int i = 0; i < _ink.Length; i++)
        {
            double ink = _ink[i];
            if (ink > 0)
                ink = Math.Clamp(ink + (Unsteadiness * Bell(random)), 0, 1);
            pixels[i] = (byte)((255 * ink) + 0.5);
        }
    }

    private void DrawLine((double X, double Y) from, (double X, double Y) to, int side)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, squared = (dx * dx) + (dy * dy);
        int left = Clamp(Math.Min(from.X, to.X) - _reach), right = Clamp(Math.Max(from.X, to.X) + _reach + 1);
        int top = Clamp(Math.Min(from.Y, to.Y) - _reach), bottom = Clamp(Math.Max(from.Y, to.Y) + _reach + 1);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                double x = column - from.X, y = row - from.Y;
                double along = squared > 0 ? Math.Clamp(((x * dx) + (y * dy)) / squared, 0, 1) : 0;
                (x, y) = (x - (along * dx), y - (along * dy));
                double ink = Math.Clamp((_reach - Math.Sqrt((x * x) + (y * y))) / softness, 0, 1);

                // Lines that overlap, as all neighbours do, are no darker where they do.
                _ink[(row * side) + column] = Math.Max(_ink[(row * side) + column], ink);
            }
        }

        int Clamp(double place) => (int)Math.Clamp(place, 0, side - 1);
    }

    // The sum of four uniform numbers less 2, nearly normal, of variance 1/3.
    private static double Bell(Random random) =>
        random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2;
}
