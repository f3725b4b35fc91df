namespace MutualInfo.Files.Tests;

/// <summary>Reads a stream as the format that a file's name tells.</summary>
internal static class Formats
{
    public static NumericArray Read(string file, Stream stream) => Path.GetExtension(file) switch
    {
        ".npy" => NpyFile.Read(stream, file),
        ".npz" => NpzFile.Read(stream, "x", file),
        ".csv" => CsvFile.Read(stream, ',', file),
        ".tsv" => CsvFile.Read(stream, '\t', file),
        _ => IdxFile.Read(stream, file),
    };
}
