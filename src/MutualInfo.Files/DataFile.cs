using MutualInfo.Files.Internal;

namespace MutualInfo.Files;

/// <summary>Reads a file of any known format, by the ending of its path.</summary>
public static class DataFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">
    /// <c>.npy</c>; <c>.npz</c>, with <c>:name</c> behind it where the archive holds several arrays; <c>.csv</c>; <c>.tsv</c>;
    /// <c>.idx</c>, <c>.idx.gz</c>, or a name like MNIST's, <c>…-idx3-ubyte.gz</c>.
    /// </param>
    /// <exception cref="ArgumentException">The path has none of these endings, or an archive of several arrays needs a name.</exception>
    /// <exception cref="KeyNotFoundException">The archive has no array of that name; the message lists the names it has.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="InvalidDataException">The file is malformed; the message says where, what was expected and what was found.</exception>
    /// <exception cref="NotSupportedException">The file is well-formed, but holds what is not read: objects, complex numbers, encrypted members.</exception>
    public static NumericArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        int member = path.IndexOf(".npz:", StringComparison.OrdinalIgnoreCase);
        if (member >= 0)
            return NpzFile.Read(path[..(member + 4)], path[(member + 5)..]);
        if (EndsWith(path, ".npy"))
            return NpyFile.Read(path);
        if (EndsWith(path, ".npz"))
            return NpzFile.Read(path);
        if (EndsWith(path, ".csv"))
            return CsvFile.Read(path);
        if (EndsWith(path, ".tsv"))
            return CsvFile.Read(path, '\t');
        if (IsIdx(path))
            return IdxFile.Read(path);

        Throw.Invalid(
            nameof(path),
            $"'{path}' has no known ending; .npy, .npz, .npz:name, .csv, .tsv, .idx and .idx.gz are read. For other names use NpyFile, NpzFile, CsvFile or IdxFile.");
        return null;
    }

    private static bool IsIdx(string path)
    {
        string name = EndsWith(path, ".gz") ? path[..^3] : path;
        return EndsWith(name, ".idx")
            || (EndsWith(name, "-ubyte") && Path.GetFileName(name).Contains("idx", StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsWith(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
