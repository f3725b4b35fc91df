namespace MutualInfo.Files.Csv;

/// <summary>Takes the numbers of a table one after the other, row-major.</summary>
internal interface ICsvSink
{
    /// <summary>Takes one field, or says false where it is no number.</summary>
    bool Take(ReadOnlySpan<byte> field);
}
