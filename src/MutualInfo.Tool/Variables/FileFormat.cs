namespace MutualInfo.Tool.Variables;

/// <summary>The kinds of files that are read.</summary>
internal enum FileFormat
{
    Npy,
    Npz,
    Csv,
    Tsv,
    Idx,
}

/// <summary>The kinds of files, by the ending of their name.</summary>
internal static class FileFormats
{
    /// <summary>Gets the endings in words, for messages.</summary>
    public const string Endings = ".npy, .npz:name, .csv, .tsv, .idx or .idx.gz";

    // MNIST and its kin come as train-images-idx3-ubyte.gz.
    private static readonly (string Ending, FileFormat Format)[] _byEnding =
    [
        (".npy", FileFormat.Npy),
        (".npz", FileFormat.Npz),
        (".csv", FileFormat.Csv),
        (".tsv", FileFormat.Tsv),
        (".idx", FileFormat.Idx),
        (".idx.gz", FileFormat.Idx),
        ("-ubyte", FileFormat.Idx),
        ("-ubyte.gz", FileFormat.Idx),
    ];

    /// <summary>The format of a file, or of the archive before <c>:member</c>; null where the ending is unknown.</summary>
    public static FileFormat? Of(string path) =>
        path.Contains(".npz:", StringComparison.OrdinalIgnoreCase) ? FileFormat.Npz : Find(path)?.Format;

    /// <summary>The name of a file without its folder and its ending.</summary>
    public static string NameOf(string path)
    {
        string name = Path.GetFileName(path);
        return Find(name) is { } found ? name[..^found.Ending.Length] : name;
    }

    private static (string Ending, FileFormat Format)? Find(string path)
    {
        foreach ((string Ending, FileFormat Format) one in _byEnding)
        {
            if (path.EndsWith(one.Ending, StringComparison.OrdinalIgnoreCase))
                return one;
        }

        return null;
    }
}
