using System.Text.Unicode;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Csv;

/// <summary>Reads records of fields: an optional line of names, then rows of numbers, all of one width.</summary>
internal sealed class CsvTable(CsvScanner scanner, ICsvSink sink)
{
    private long _names;
    private long _empty;
    private long _blankLine;

    /// <summary>Gets the rows of numbers.</summary>
    public long Rows { get; private set; }

    /// <summary>Gets the fields of every row.</summary>
    public long Columns { get; private set; }

    /// <summary>Reads everything.</summary>
    public void Read()
    {
        bool isFirst = true;
        bool isLast;
        do
        {
            isLast = ReadRecord(isFirst);
            isFirst = false;
        }
        while (!isLast);

        if (Rows == 0)
        {
            Throw.Malformed(
                scanner.Name, $"line {scanner.Line}: empty or truncated: expected at least one row of numbers, found the end of the file.");
        }
    }

    private bool ReadRecord(bool isFirst)
    {
        long fields = 0;
        FieldEnd end;
        do
        {
            end = scanner.Read();
            if (fields == 0 && end != FieldEnd.Delimiter && scanner.Field.IsEmpty && !scanner.IsQuoted)
                return PassBlank(end);
            if (_blankLine != 0)
                Throw.Malformed(scanner.Name, $"line {_blankLine}: expected a row of numbers, found a blank line before the end of the file.");
            fields++;
            TakeField(isFirst, fields);
        }
        while (end == FieldEnd.Delimiter);

        CheckWidth(isFirst, fields);
        scanner.NextLine();
        return end == FieldEnd.File;
    }

    // Blank lines are a common end of a file; anywhere else something is missing.
    private bool PassBlank(FieldEnd end)
    {
        if (_blankLine == 0 && end == FieldEnd.Line)
            _blankLine = scanner.Line;
        if (end == FieldEnd.Line)
            scanner.NextLine();
        return end == FieldEnd.File;
    }

    private void TakeField(bool isFirst, long column)
    {
        if (isFirst && scanner.Field.IsEmpty && _empty == column - 1 - _names)
            _empty++;
        else if (isFirst && CsvHeading.IsName(scanner.Field) && _names + _empty == column - 1)
            _names++;
        else if ((isFirst && _names + _empty > 0) || !sink.Take(scanner.Field))
            RefuseField(column);
    }

    private void CheckWidth(bool isFirst, long fields)
    {
        if (isFirst)
        {
            Columns = fields;
            bool isHeading = _names > 0;
            if (!isHeading && _empty > 0)
                Throw.Malformed(scanner.Name, $"line {scanner.Line}, column 1: expected a number, found an empty field.");
            Rows = isHeading ? 0 : 1;
            return;
        }

        if (fields != Columns)
            Throw.Malformed(scanner.Name, $"line {scanner.Line}: expected {Columns} fields as on line 1, found {fields}.");
        Rows++;
    }

    private void RefuseField(long column)
    {
        ReadOnlySpan<byte> field = scanner.Field;
        string remark = "expected a number with a decimal point and no thousands separators";
        if (!Utf8.IsValid(field))
            remark = "expected UTF-8, which this is not";
        else if (CsvNumber.LooksLikeOne(field))
            remark = "expected a number that a double can hold";
        Throw.Malformed(scanner.Name, $"line {scanner.Line}, column {column}: {remark}, found '{Excerpt.Of(field)}'.");
    }
}
