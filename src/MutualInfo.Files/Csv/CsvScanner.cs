using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Csv;

/// <summary>What ended a field.</summary>
internal enum FieldEnd
{
    Delimiter,
    Line,
    File,
}

/// <summary>Cuts UTF-8 text into fields, strictly as RFC 4180 says; lines end in LF or CR LF.</summary>
/// <remarks>
/// Fields stay bytes, so that a file of numbers is read without a string per field. A field that fits no number ends the reading: one
/// field of memory is all that a file without delimiters can take.
/// </remarks>
internal sealed class CsvScanner
{
    // The longest exact decimal form of a double has 767 digits; names of columns are shorter.
    private const int LongestField = 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xef, 0xbb, 0xbf];

    private readonly ByteSource _source;
    private readonly byte _delimiter;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly byte[] _field = new byte[LongestField];
    private int _at;
    private int _filled;
    private int _length;

    public CsvScanner(Stream stream, string name, char delimiter)
    {
        _source = new ByteSource(stream, name, length: null);
        _delimiter = (byte)delimiter;
        Name = name;
        if (Peek() == 0xef && _buffer.AsSpan(0, _filled).StartsWith(ByteOrderMark))
            _at = 3;
    }

    /// <summary>Gets the name that messages give the file.</summary>
    public string Name { get; }

    /// <summary>Gets the line of the field, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>Gets the field, without its quotes.</summary>
    public ReadOnlySpan<byte> Field => _field.AsSpan(0, _length);

    /// <summary>Gets whether the field stood in quotes.</summary>
    public bool IsQuoted { get; private set; }

    /// <summary>Goes on to the next line; call it after a field that ended its line, when all is said about that line.</summary>
    public void NextLine() => Line++;

    /// <summary>Reads the next field.</summary>
    public FieldEnd Read()
    {
        _length = 0;
        IsQuoted = Peek() == '"';
        if (IsQuoted)
            ReadQuoted();
        while (true)
        {
            int next = Next();
            if (next < 0)
                return FieldEnd.File;
            if (next == _delimiter)
                return FieldEnd.Delimiter;
            if (next == '\n' || (next == '\r' && TakeLineFeed()))
                return FieldEnd.Line;
            if (IsQuoted)
                Throw.Malformed(Name, $"line {Line}: expected a delimiter or the end of the line after a closing quote, found '{Excerpt.Of([(byte)next])}'.");
            Append((byte)next);
        }
    }

    private void ReadQuoted()
    {
        Next();
        while (true)
        {
            int next = Next();
            if (next == '"')
            {
                if (Peek() != '"')
                    return;
                Next();
            }

            // No number and no name of a column goes over two lines.
            if (next is < 0 or '\n')
                Throw.Malformed(Name, $"line {Line}: the quote that opens '{Excerpt.Of(Field)}' is not closed on its line.");
            Append((byte)next);
        }
    }

    private bool TakeLineFeed()
    {
        bool isThere = Peek() == '\n';
        if (isThere)
            Next();
        return isThere;
    }

    private void Append(byte value)
    {
        if (_length == LongestField)
            Throw.Malformed(Name, $"line {Line}: a field is longer than {LongestField} bytes; it begins '{Excerpt.Of(Field)}'.");
        _field[_length++] = value;
    }

    private int Next()
    {
        int next = Peek();
        _at++;
        return next;
    }

    private int Peek()
    {
        if (_at < _filled)
            return _buffer[_at];
        if (_at > _filled)
            return -1;
        _at = 0;
        _filled = _source.Fill(_buffer);
        if (_filled > 0)
            return _buffer[0];
        return -1;
    }
}
