using System.Globalization;
using System.Text;

namespace MutualInfo.Files.Internal;

/// <summary>Quotes what a file holds, so that a message stays one short printable line whatever the bytes are.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    /// <summary>Quotes bytes: printable ASCII as it is, the rest as <c>\x1f</c>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(2 * Longest);
        foreach (byte value in bytes[..Math.Min(bytes.Length, Longest)])
            _ = value is >= 0x20 and < 0x7f ? text.Append((char)value) : text.Append(CultureInfo.InvariantCulture, $"\\x{value:x2}");
        return bytes.Length > Longest ? text.Append('…').ToString() : text.ToString();
    }

    /// <summary>Quotes text that came out of a file.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text.Length > Longest ? text[..(Longest + 1)] : text));
}
