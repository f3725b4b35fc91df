using System.Globalization;
using System.Text;
using MutualInfo.Training.Data.Images;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Draws cluttered sheets, and under each the information of every place, one row for a network and layer.</summary>
public static class HeatMaps
{
    private const int Shown = 6;
    private const int Scale = 3;
    private const int Gap = 8;
    private const int Label = 130;
    private const int Levels = 16;

    /// <summary>Writes a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheets">The sheets; the first are shown.</param>
    /// <param name="results">The networks.</param>
    public static void Write(string path, ClutteredDigits sheets, IReadOnlyList<SheetResult> results)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(results);
        int side = sheets.Side * Scale, row = side + Gap;
        int rows = 1 + results.Sum(result => result.Maps.Count);
        int width = Label + (Shown * row), height = rows * row;
        var text = new StringBuilder();
        Add(text, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" """);
        Add(text, $"""viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11">""");
        Add(text, $"""<rect width="{width}" height="{height}" fill="#fff"/>""");
        Row(text, 0, "sheets", sheets.Side, (sheet, place) => sheets.Data.Samples[sheet][place], "#000", row, side);
        int line = 1;
        foreach (SheetResult result in results)
        {
            foreach (RateMap map in result.Maps)
            {
                (double least, double most) = Extent(map);
                string label = string.Create(CultureInfo.InvariantCulture, $"β = {result.Beta}, layer {map.Code + 1}");
                Row(text, line++ * row, label, map.Side, (sheet, place) => (map.Nats[sheet, place] - least) / (most - least), "#08519c", row, side);
            }
        }

        text.Append("</svg>\n");
        File.WriteAllText(path, text.ToString());
    }

    // Over the sheets shown, so that the shades of a row can be compared; the least is taken off, as the authors do.
    private static (double Least, double Most) Extent(RateMap map)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int sheet = 0; sheet < Shown; sheet++)
        {
            for (int place = 0; place < map.Side * map.Side; place++)
            {
                least = Math.Min(least, map.Nats[sheet, place]);
                most = Math.Max(most, map.Nats[sheet, place]);
            }
        }

        return (least, most);
    }

    private static void Row(
        StringBuilder text, int top, string label, int cells, Func<int, int, double> shade, string colour, int row, int side)
    {
        Add(text, $"""<text x="4" y="{top + (side / 2)}">{label}</text>""");
        for (int sheet = 0; sheet < Shown; sheet++)
        {
            double size = (double)side / cells;
            Add(text, $"""<g transform="translate({Label + (sheet * row)} {top}) scale({size:0.###})" fill="{colour}">""");

            // One path for every shade: cells of a shade lie far apart, and a rectangle of its own for each would be ten times as long.
            foreach (IGrouping<int, int> cell in Enumerable.Range(0, cells * cells)
                .GroupBy(place => (int)Math.Round(Levels * Math.Clamp(shade(sheet, place), 0, 1))).Where(group => group.Key > 0))
            {
                string path = string.Concat(cell.Select(place => $"M{place % cells} {place / cells}h1v1h-1z"));
                Add(text, $"""<path fill-opacity="{(double)cell.Key / Levels:0.##}" d="{path}"/>""");
            }

            Add(text, $"""<rect width="{cells}" height="{cells}" fill="none" stroke="#999" stroke-width="{1 / size:0.###}"/></g>""");
        }
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
