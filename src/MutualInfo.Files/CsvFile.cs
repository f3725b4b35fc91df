using MutualInfo.Files.Arrays;
using MutualInfo.Files.Bytes;
using MutualInfo.Files.Csv;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files;

/// <summary>Reads tables of numbers from text: CSV, TSV and the like.</summary>
/// <remarks>
/// UTF-8, with or without a byte-order mark. The first line may name the columns. Numbers have a decimal point whatever the culture, no
/// thousands separators and no spaces; NaN and infinities are refused. If all numbers are integers of 64 bits the table is int64 (or
/// uint64), else float64. The file is read twice, to check it and to keep its numbers, so that memory is taken only for a good file.
/// </remarks>
public static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="delimiter">What separates fields; a comma, tab, semicolon or the like.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delimiter"/> is no ASCII symbol, or one that numbers are written with.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message says the line, what was expected and what was found.</exception>
    /// <exception cref="NotSupportedException">The file is well-formed, but larger than one array.</exception>
    public static NumericArray Read(string path, char delimiter = ',')
    {
        using FileStream stream = Source.Open(path);
        return Read(stream, delimiter, path);
    }

    /// <summary>Reads a table that reaches from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream, which stays open; one that cannot seek is kept in memory.</param>
    /// <param name="delimiter">What separates fields; a comma, tab, semicolon or the like.</param>
    /// <param name="name">The name for messages; the default is the file's, where the stream is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delimiter"/> is no ASCII symbol, or one that numbers are written with.</exception>
    /// <exception cref="InvalidDataException">The content is malformed.</exception>
    /// <exception cref="NotSupportedException">The content is well-formed, but larger than one array.</exception>
    public static NumericArray Read(Stream stream, char delimiter = ',', string? name = null)
    {
        if (!char.IsAscii(delimiter) || char.IsAsciiLetterOrDigit(delimiter) || delimiter is '"' or '.' or '+' or '-' or '\r' or '\n' or '\0')
            Throw.OutOfRange(nameof(delimiter), delimiter, "an ASCII symbol that no number, quote or line end is written with");

        Content content = Content.From(stream, Source.NameOf(stream, name));
        TypeSink types = new();
        CsvTable measured = Pass(content, delimiter, types);
        int[] shape = ShapeOf(measured, content.Name);
        return new NumericArray(content.Name, types.Type, shape, types.Type switch
        {
            ElementType.Int64 => ReadIntegers(content, delimiter, shape),
            ElementType.UInt64 => ReadUnsigned(content, delimiter, shape),
            _ => ReadFloats(content, delimiter, shape),
        });
    }

    private static Elements<long> ReadIntegers(Content content, char delimiter, int[] shape)
    {
        long[] values = new long[shape[0] * shape[1]];
        PassAgain(content, delimiter, new Int64Sink(values), shape);
        return new Elements<long>(values);
    }

    private static Elements<ulong> ReadUnsigned(Content content, char delimiter, int[] shape)
    {
        ulong[] values = new ulong[shape[0] * shape[1]];
        PassAgain(content, delimiter, new UInt64Sink(values), shape);
        return new Elements<ulong>(values);
    }

    private static Elements<double> ReadFloats(Content content, char delimiter, int[] shape)
    {
        double[] values = new double[shape[0] * shape[1]];
        PassAgain(content, delimiter, new Float64Sink(values), shape);
        return new Elements<double>(values);
    }

    private static CsvTable Pass(Content content, char delimiter, ICsvSink sink)
    {
        CsvTable table = new(new CsvScanner(content.Open(), content.Name, delimiter), sink);
        table.Read();
        return table;
    }

    private static void PassAgain(Content content, char delimiter, ICsvSink sink, int[] shape)
    {
        CsvTable table = Pass(content, delimiter, sink);
        if (table.Rows != shape[0] || table.Columns != shape[1])
            Throw.Malformed(content.Name, $"expected the {shape[0]} rows that were there a moment ago, found {table.Rows}. Does another program write to it?");
    }

    private static int[] ShapeOf(CsvTable table, string name)
    {
        if (table.Rows * (Int128)table.Columns > Array.MaxLength)
            Throw.Unsupported(name, $"has {table.Rows} rows of {table.Columns} fields, more than one array can hold, {Array.MaxLength}. Split the file.");
        return [(int)table.Rows, (int)table.Columns];
    }
}
