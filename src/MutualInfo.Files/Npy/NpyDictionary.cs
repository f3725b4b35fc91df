using MutualInfo.Files.Arrays;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Npy;

/// <summary>Parses the header's dictionary, a Python literal: the three keys, each once, in any order, and nothing else.</summary>
/// <remarks>This is not a parser for Python. It knows the one form that NumPy writes, so it has nothing to nest and no depth to bound.</remarks>
internal sealed class NpyDictionary(byte[] text, string name, int offset)
{
    // NumPy's own limit.
    private const int MostAxes = 64;

    private int _at;
    private (ElementType Type, bool IsBigEndian)? _type;
    private bool? _isFortranOrder;
    private UInt128[]? _shape;

    /// <summary>Parses the whole text.</summary>
    public ArrayLayout Parse()
    {
        Expect('{', "header");
        while (!Take('}'))
        {
            ParseEntry();
            if (Take(','))
                continue;
            Expect('}', "header");
            break;
        }

        SkipSpace();
        if (_at < text.Length)
            Refuse("header", "only spaces after the closing brace");
        return new ArrayLayout(Given(_type, "descr").Type, Given(_type, "descr").IsBigEndian, Given(_isFortranOrder, "fortran_order"), _shape ?? Missing());
    }

    private void ParseEntry()
    {
        SkipSpace();
        int start = _at;
        string key = ParseString("header");
        Expect(':', "header");
        bool isRepeated = key switch
        {
            "descr" => _type is not null,
            "fortran_order" => _isFortranOrder is not null,
            "shape" => _shape is not null,
            _ => false,
        };
        if (isRepeated)
            Throw.Malformed(name, $"the header gives the key '{key}' twice, again at byte offset {offset + start}.");

        switch (key)
        {
            case "descr":
                _type = ParseType();
                break;
            case "fortran_order":
                _isFortranOrder = ParseBoolean();
                break;
            case "shape":
                _shape = ParseShape();
                break;
            default:
                Throw.Malformed(
                    name,
                    $"the header has the key '{Excerpt.Of(key)}' at byte offset {offset + start}; expected 'descr', 'fortran_order' and 'shape' only.");
                break;
        }
    }

    private (ElementType Type, bool IsBigEndian) ParseType()
    {
        SkipSpace();
        if (_at < text.Length && text[_at] is (byte)'[' or (byte)'(')
        {
            Throw.Unsupported(
                name, $"has the structured type '{Excerpt.Of(text.AsSpan(_at))}'; plain numbers are read. Save one field by itself.");
        }

        return NpyDescription.Parse(ParseString("descr"), name, offset);
    }

    private bool ParseBoolean()
    {
        SkipSpace();
        if (TakeWord("True"u8))
            return true;
        if (!TakeWord("False"u8))
            Refuse("fortran_order", "True or False");
        return false;
    }

    private UInt128[] ParseShape()
    {
        List<UInt128> axes = [];
        Expect('(', "shape");
        while (!Take(')'))
        {
            axes.Add(ParseAxis());
            if (axes.Count > MostAxes)
                Throw.Malformed(name, $"the shape has more than {MostAxes} axes, at byte offset {offset + _at}.");
            if (Take(','))
                continue;
            if (axes.Count == 1)
                Refuse("shape", "a comma: a shape is a tuple");
            Expect(')', "shape");
            break;
        }

        return [.. axes];
    }

    private UInt128 ParseAxis()
    {
        SkipSpace();
        int start = _at;
        while (_at < text.Length && char.IsAsciiDigit((char)text[_at]))
            _at++;
        ReadOnlySpan<byte> digits = text.AsSpan(start, _at - start);
        bool isLiteral = digits.Length is > 0 and <= 30 && (digits.Length == 1 || digits[0] != '0');

        // Python 2 wrote its long integers as 3L, and NumPy still reads them.
        if (isLiteral && _at < text.Length && text[_at] == 'L')
            _at++;
        SkipSpace();
        if (!isLiteral || _at == text.Length || text[_at] is not ((byte)',' or (byte)')'))
        {
            _at = start;
            Refuse("shape", "a whole number from 0, then a comma or a bracket");
        }

        UInt128 axis = 0;
        foreach (byte digit in digits)
            axis = (axis * 10) + (UInt128)(digit - '0');
        return axis;
    }

    private string ParseString(string part)
    {
        SkipSpace();
        byte quote = _at < text.Length ? text[_at] : (byte)0;
        int length = quote is (byte)'\'' or (byte)'"' ? text.AsSpan(_at + 1).IndexOf(quote) : -1;
        ReadOnlySpan<byte> content = length < 0 ? [] : text.AsSpan(_at + 1, length);
        if (length < 0 || content.ContainsAnyExceptInRange((byte)0x20, (byte)0x7e) || content.Contains((byte)'\\'))
            Refuse(part, "a string of printable ASCII in quotes");
        _at += length + 2;
        return System.Text.Encoding.ASCII.GetString(content);
    }

    private bool TakeWord(ReadOnlySpan<byte> word)
    {
        bool isWord = text.AsSpan(_at).StartsWith(word);
        if (isWord)
            _at += word.Length;
        return isWord;
    }

    private bool Take(char symbol)
    {
        SkipSpace();
        bool isThere = _at < text.Length && text[_at] == symbol;
        if (isThere)
            _at++;
        return isThere;
    }

    private void Expect(char symbol, string part)
    {
        if (!Take(symbol))
            Refuse(part, $"'{symbol}'");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && text[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _at++;
    }

    private void Refuse(string part, string expected) => Throw.Malformed(
        name,
        $"the {part} is malformed at byte offset {offset + _at}: expected {expected}, found {(_at < text.Length ? $"'{Excerpt.Of(text.AsSpan(_at))}'" : "the end of the header")}.");

    private T Given<T>(T? value, string key) where T : struct
    {
        if (value is null)
            Throw.Malformed(name, $"the header lacks the key '{key}'; expected 'descr', 'fortran_order' and 'shape'.");
        return value.Value;
    }

    private UInt128[] Missing()
    {
        Throw.Malformed(name, $"the header lacks the key 'shape'; expected 'descr', 'fortran_order' and 'shape'.");
        return [];
    }
}
