namespace MutualInfo.Files.Internal;

/// <summary>Opens files and names streams, alike for all formats.</summary>
internal static class Source
{
    /// <summary>Opens a file for reading; what the system refuses is thrown as it is.</summary>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>The name for messages: the given one, the file's, or plain words.</summary>
    public static string NameOf(Stream stream, string? name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            Throw.Invalid(nameof(stream), $"stream cannot be read; a readable stream is expected.");
        return name ?? (stream as FileStream)?.Name ?? "stream";
    }
}
