using System.Text;
using System.Text.Unicode;

namespace MutualInfo.Files.Csv;

/// <summary>Tells a column's name from a number that went wrong.</summary>
internal static class CsvHeading
{
    /// <summary>
    /// Whether a field of the first line can be a column's name. What looks like a number is none: were <c>1e400</c> a name, the first
    /// sample of a file would be lost without a word.
    /// </summary>
    public static bool IsName(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty || !Utf8.IsValid(field) || field.ContainsAnyInRange((byte)0, (byte)0x1f) || IsNonFinite(field))
            return false;
        Rune.DecodeFromUtf8(field, out Rune first, out _);
        return Rune.IsLetter(first) || first.Value is '_' or '#';
    }

    private static bool IsNonFinite(ReadOnlySpan<byte> field) =>
        Ascii.EqualsIgnoreCase(field, "nan"u8) || Ascii.EqualsIgnoreCase(field, "inf"u8)
        || Ascii.EqualsIgnoreCase(field, "infinity"u8);
}
