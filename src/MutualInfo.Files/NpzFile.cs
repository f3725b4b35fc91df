using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;
using MutualInfo.Files.Zip;

namespace MutualInfo.Files;

/// <summary>Reads arrays out of <c>.npz</c>, NumPy's zip archive of named arrays.</summary>
/// <remarks>
/// Read are stored and deflated members, 64-bit archives too. The whole directory is checked before any array is read: names, flags,
/// sizes, overlaps. Of the array that is asked for, length and checksum are checked before its numbers are given out.
/// </remarks>
public static class NpzFile
{
    private const string Ending = ".npy";
    private const int MostNamesShown = 20;

    /// <summary>Reads the only array of an archive.</summary>
    /// <param name="path">The path of the archive.</param>
    /// <exception cref="ArgumentException">The archive holds several arrays; the message lists their names.</exception>
    /// <inheritdoc cref="Read(string, string)" path="/exception[not(contains(@cref, 'KeyNotFoundException')) and not(contains(@cref, 'ArgumentException'))]"/>
    public static NumericArray Read(string path)
    {
        using FileStream stream = Source.Open(path);
        Content content = Content.From(stream, path);
        ZipEntry[] arrays = ArraysOf(content);
        if (arrays.Length > 1)
            Throw.Invalid(nameof(path), $"{path} holds {arrays.Length} arrays: {NamesOf(arrays)}. Name one, as {path}:{NameOf(arrays[0])}.");
        return Read(content, arrays[0]);
    }

    /// <summary>Reads one array of an archive.</summary>
    /// <param name="path">The path of the archive.</param>
    /// <param name="member">The array's name, with or without its <c>.npy</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> or <paramref name="member"/> is empty.</exception>
    /// <exception cref="KeyNotFoundException">The archive has no such array; the message lists those it has.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    /// <exception cref="InvalidDataException">The archive or the array is malformed, or the archive has no arrays.</exception>
    /// <exception cref="NotSupportedException">A member is encrypted or compressed in another way, or the array is of a type that is not read.</exception>
    public static NumericArray Read(string path, string member)
    {
        using FileStream stream = Source.Open(path);
        return Read(stream, member, path);
    }

    /// <summary>Reads one array of an archive that reaches from a stream's position to its end.</summary>
    /// <param name="stream">A readable stream, which stays open; one that cannot seek is kept in memory, as it is packed.</param>
    /// <param name="member">The array's name, with or without its <c>.npy</c>.</param>
    /// <param name="name">The name for messages; the default is the file's, where the stream is one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="member"/> is null.</exception>
    /// <inheritdoc cref="Read(string, string)" path="/exception[not(contains(@cref, 'File')) and not(contains(@cref, 'Unauthorized'))]"/>
    public static NumericArray Read(Stream stream, string member, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        Content content = Content.From(stream, Source.NameOf(stream, name));
        ZipEntry[] arrays = ArraysOf(content);
        int index = Array.FindIndex(arrays, entry => NameOf(entry) == member);
        if (index < 0)
            index = Array.FindIndex(arrays, entry => entry.Name == member);
        if (index < 0)
            Throw.NoMember(content.Name, $"has no array '{Excerpt.Of(member)}'; it has {NamesOf(arrays)}.");
        return Read(content, arrays[index]);
    }

    /// <summary>Lists the arrays of an archive, in its order.</summary>
    /// <param name="path">The path of the archive.</param>
    /// <returns>The names without their <c>.npy</c>; at least one.</returns>
    /// <inheritdoc cref="Read(string, string)" path="/exception[not(contains(@cref, 'KeyNotFoundException')) and not(contains(@cref, 'ArgumentException'))]"/>
    public static IReadOnlyList<string> Names(string path)
    {
        using FileStream stream = Source.Open(path);
        return Array.ConvertAll(ArraysOf(Content.From(stream, path)), NameOf);
    }

    private static ZipEntry[] ArraysOf(Content content)
    {
        ZipEntry[] arrays = Array.FindAll(
            ZipDirectory.Read(content), static entry => entry.Name.EndsWith(Ending, StringComparison.Ordinal));
        if (arrays.Length == 0)
            Throw.Malformed(content.Name, $"the zip archive holds no arrays; members whose names end in .npy are expected.");
        return arrays;
    }

    private static NumericArray Read(Content content, ZipEntry entry) =>
        ZipMember.Read(content, entry, $"{content.Name}:{NameOf(entry)}");

    private static string NameOf(ZipEntry entry) => entry.Name[..^Ending.Length];

    private static string NamesOf(ZipEntry[] arrays) =>
        string.Join(", ", arrays.Take(MostNamesShown).Select(static entry => $"'{Excerpt.Of(NameOf(entry))}'"))
        + (arrays.Length > MostNamesShown ? ", …" : "");
}
