namespace MutualInfo.Files.Csv;

/// <summary>Keeps no number: learns which type holds them all.</summary>
internal sealed class TypeSink : ICsvSink
{
    private bool _hasOtherThanInt64;
    private bool _hasOtherThanUInt64;

    /// <summary>Gets int64 if all are integers of that range, uint64 if all are of that one, else float64.</summary>
    public ElementType Type
    {
        get
        {
            if (!_hasOtherThanInt64)
                return ElementType.Int64;
            return _hasOtherThanUInt64 ? ElementType.Float64 : ElementType.UInt64;
        }
    }

    public bool Take(ReadOnlySpan<byte> field)
    {
        _hasOtherThanInt64 = _hasOtherThanInt64 || !CsvNumber.TryParse(field, out long _);
        _hasOtherThanUInt64 = _hasOtherThanUInt64 || !CsvNumber.TryParse(field, out ulong _);
        return CsvNumber.TryParse(field, out double _);
    }
}

/// <summary>Keeps signed integers.</summary>
internal sealed class Int64Sink(long[] values) : ICsvSink
{
    private int _count;

    public bool Take(ReadOnlySpan<byte> field) => _count < values.Length && CsvNumber.TryParse(field, out values[_count++]);
}

/// <summary>Keeps unsigned integers.</summary>
internal sealed class UInt64Sink(ulong[] values) : ICsvSink
{
    private int _count;

    public bool Take(ReadOnlySpan<byte> field) => _count < values.Length && CsvNumber.TryParse(field, out values[_count++]);
}

/// <summary>Keeps numbers of any kind.</summary>
internal sealed class Float64Sink(double[] values) : ICsvSink
{
    private int _count;

    public bool Take(ReadOnlySpan<byte> field) => _count < values.Length && CsvNumber.TryParse(field, out values[_count++]);
}
