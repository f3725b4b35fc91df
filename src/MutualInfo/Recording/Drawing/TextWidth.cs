namespace MutualInfo.Recording.Drawing;

/// <summary>Estimates how wide a text is in Helvetica or Arial. The picture cannot ask a browser, so it must do without.</summary>
internal static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>The width in pixels at a font size in pixels.</summary>
    public static double Of(string text, double fontSize) => fontSize * text.Sum(InEm);

    /// <summary>Breaks a text between words into at most <paramref name="most"/> lines; what is too long still ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrapped(string text, double fontSize, double width, int most)
    {
        List<string> lines = [];
        string rest = text;
        while (lines.Count < most - 1 && Of(rest, fontSize) > width)
        {
            // A parameter by itself, after a comma, reads better than half of one.
            int end = LastBreak(rest, ", ", fontSize, width);
            if (end == 0)
                end = LastBreak(rest, " ", fontSize, width);
            if (end == 0)
                break;
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..];
        }

        lines.Add(Shortened(rest, fontSize, width));
        return lines;
    }

    /// <summary>The text itself, or as much of its beginning as fits, and an ellipsis.</summary>
    public static string Shortened(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return text;
        int length = text.Length;
        while (length > 0 && (char.IsHighSurrogate(text[length - 1]) || Of(text[..length] + Ellipsis, fontSize) > width))
            length--;
        return text[..length].TrimEnd() + Ellipsis;
    }

    private static int LastBreak(string text, string mark, double fontSize, double width)
    {
        int last = 0;
        int i = text.IndexOf(mark, StringComparison.Ordinal);
        while (i >= 0 && Of(text[..i], fontSize) <= width)
        {
            last = i + mark.Length;
            i = text.IndexOf(mark, last, StringComparison.Ordinal);
        }

        return last;
    }

    // Helvetica's widths, in classes. East Asian letters are square.
    private static double InEm(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '|' or '\'' => 0.22,
        ' ' or 'f' or 't' or 'I' or '.' or ',' or ':' or ';' or '!' or '/' or '[' or ']' => 0.28,
        'r' or '(' or ')' or '-' or '²' or '₂' => 0.33,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' => 0.5,
        'm' or 'M' or 'w' or 'W' or 'G' or 'O' or 'Q' or '@' or '%' => 0.83,
        >= 'A' and <= 'Z' => 0.69,
        >= '\u2E80' => 1,
        _ => 0.56,
    };
}
