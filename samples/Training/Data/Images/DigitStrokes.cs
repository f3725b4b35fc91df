namespace MutualInfo.Training.Data.Images;

/// <summary>How ten digits are written: strokes through points of a unit square, x to the right and y down.</summary>
internal static class DigitStrokes
{
    private static readonly Stroke[][] _digits =
    [
        [Curve(0.5, 0.08, 0.24, 0.22, 0.16, 0.5, 0.24, 0.8, 0.5, 0.92, 0.76, 0.8, 0.84, 0.5, 0.76, 0.22, 0.5, 0.08)],
        [Line(0.55, 0.08, 0.5, 0.92), Line(0.32, 0.27, 0.55, 0.08) with { Chance = 0.5 }, Line(0.3, 0.92, 0.72, 0.92) with { Chance = 0.25 }],
        [Curve(0.2, 0.3, 0.34, 0.1, 0.64, 0.09, 0.78, 0.3, 0.6, 0.56, 0.2, 0.9), Line(0.2, 0.9, 0.84, 0.88)],
        [Curve(0.22, 0.16, 0.52, 0.07, 0.76, 0.24, 0.44, 0.46), Curve(0.44, 0.46, 0.82, 0.66, 0.58, 0.92, 0.18, 0.84)],
        [Line(0.56, 0.08, 0.18, 0.6, 0.86, 0.6), Line(0.66, 0.36, 0.62, 0.93)],
        [Line(0.78, 0.1, 0.32, 0.11, 0.27, 0.46), Curve(0.27, 0.46, 0.58, 0.4, 0.8, 0.63, 0.58, 0.91, 0.2, 0.85)],
        [Curve(0.7, 0.08, 0.36, 0.34, 0.22, 0.7, 0.42, 0.93, 0.72, 0.84, 0.74, 0.6, 0.48, 0.52, 0.24, 0.68)],
        [Line(0.18, 0.12, 0.82, 0.12, 0.44, 0.93), Line(0.34, 0.5, 0.76, 0.48) with { Chance = 0.3 }],
        [Curve(0.5, 0.48, 0.25, 0.28, 0.5, 0.07, 0.75, 0.28, 0.5, 0.48, 0.22, 0.72, 0.5, 0.93, 0.78, 0.72, 0.5, 0.48)],
        [Curve(0.75, 0.33, 0.5, 0.52, 0.26, 0.32, 0.5, 0.08, 0.75, 0.33, 0.7, 0.66, 0.52, 0.93)],
    ];

    public static int Count => _digits.Length;

    public static IReadOnlyList<Stroke> Of(int digit) => _digits[digit];

    private static Stroke Line(params double[] points) => new(points, IsCurved: false);

    private static Stroke Curve(params double[] points) => new(points, IsCurved: true);

    /// <param name="Points">x and y of every point in turn.</param>
    /// <param name="IsCurved">Whether a smooth curve goes through the points, or straight lines.</param>
    public sealed record Stroke(double[] Points, bool IsCurved)
    {
        /// <summary>Gets how many of the writers make this stroke.</summary>
        public double Chance { get; init; } = 1;
    }
}
