using System.Buffers;
using System.Globalization;

namespace MutualInfo.Files.Csv;

/// <summary>Reads numbers as a program writes them: digits, a point, an exponent, and nothing around them.</summary>
/// <remarks>
/// double.Parse alone takes <c>nan</c>, <c>Infinity</c>, a NUL behind the digits, and makes infinity of <c>1e400</c>. None of these is
/// a number here.
/// </remarks>
internal static class CsvNumber
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<byte> _numberLetters = SearchValues.Create("0123456789.+-eE"u8);
    private static readonly SearchValues<byte> _integerLetters = SearchValues.Create("0123456789+-"u8);

    /// <summary>Whether a field is written as a number is, whatever its size.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> field) =>
        !field.ContainsAnyExcept(_numberLetters) && field.ContainsAnyInRange((byte)'0', (byte)'9');

    /// <summary>Whether a field is a finite number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> field, out double value)
    {
        value = 0;
        return !field.ContainsAnyExcept(_numberLetters)
            && double.TryParse(field, Styles, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    /// <summary>Whether a field is an integer of 64 bits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> field, out long value)
    {
        value = 0;
        return !field.ContainsAnyExcept(_integerLetters)
            && long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether a field is an unsigned integer of 64 bits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> field, out ulong value)
    {
        value = 0;
        return !field.ContainsAnyExcept(_integerLetters)
            && ulong.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
