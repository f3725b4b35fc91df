using System.Globalization;

namespace MutualInfo.Recording.Drawing;

/// <summary>How one layer looks in every panel: its marker, its name in the legend and its label at the end of a path.</summary>
internal sealed record LayerStyle(string Name, string Label, Marker Marker)
{
    private const double WidestLabel = 84;

    /// <summary>The styles of all layers. Where one name is too long for a label, numbers stand for all, and the legend says which.</summary>
    public static IReadOnlyList<LayerStyle> Of(IReadOnlyList<string> layers)
    {
        bool areShort = layers.All(layer => TextWidth.Of(layer, PathLabels.FontSize) <= WidestLabel);
        return [.. layers.Select((layer, i) => areShort ? new LayerStyle(layer, layer, new Marker(i)) : Numbered(layer, i))];
    }

    private static LayerStyle Numbered(string layer, int index)
    {
        string number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return new LayerStyle($"{number}: {layer}", number, new Marker(index));
    }
}
