using System.Globalization;

namespace MutualInfo.Recording.Drawing;

/// <summary>Viridis: dark violet to yellow, perceptually uniform, ordered in greyscale too and readable without red–green vision.</summary>
internal static class ColourMap
{
    private static readonly (double Red, double Green, double Blue)[] _anchors =
    [
        (68, 1, 84), (71, 45, 123), (59, 82, 139), (44, 114, 142), (33, 145, 140), (40, 174, 128), (94, 201, 98), (173, 220, 48), (253, 231, 37),
    ];

    /// <summary>Gets the places in [0, 1] between which colours are linear.</summary>
    public static IEnumerable<double> Stops =>
        Enumerable.Range(0, _anchors.Length).Select(i => (double)i / (_anchors.Length - 1));

    /// <summary>The colour at a place from 0 to 1, as <c>#rrggbb</c>.</summary>
    public static string At(double place)
    {
        double position = Math.Clamp(place, 0, 1) * (_anchors.Length - 1);
        int below = Math.Min((int)position, _anchors.Length - 2);
        double share = position - below;
        (double Red, double Green, double Blue) low = _anchors[below];
        (double Red, double Green, double Blue) high = _anchors[below + 1];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"#{Mix(low.Red, high.Red):x2}{Mix(low.Green, high.Green):x2}{Mix(low.Blue, high.Blue):x2}");

        int Mix(double from, double to) => (int)Math.Round(from + share * (to - from));
    }
}
