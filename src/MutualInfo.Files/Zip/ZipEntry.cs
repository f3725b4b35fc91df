using MutualInfo.Files.Bytes;
using MutualInfo.Files.Internal;

namespace MutualInfo.Files.Zip;

/// <summary>One member of an archive, as the central directory describes it.</summary>
internal readonly record struct ZipEntry(
    string Name, ushort Flags, ushort Method, uint Checksum, long CompressedSize, long Size, long HeaderOffset)
{
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    /// <summary>Gets whether the sizes follow the data instead of standing before it.</summary>
    public bool HasDescriptor => (Flags & 0x0008) != 0;

    /// <summary>Gets whether the data is deflated; else it is stored.</summary>
    public bool IsDeflated => Method == Deflated;

    /// <summary>Refuses what is not read, what cannot be true, and names that point out of the archive.</summary>
    public void Check(string archive)
    {
        const ushort Encrypted = 0x0001, StronglyEncrypted = 0x0040, DirectoryEncrypted = 0x2000;
        if (PointsOutside(Name))
        {
            Throw.Malformed(
                archive, $"the zip member '{Excerpt.Of(Name)}' has a name that is a path elsewhere; expected a plain relative name such as 'x.npy'.");
        }

        if ((Flags & (Encrypted | StronglyEncrypted | DirectoryEncrypted)) != 0)
            Throw.Unsupported(archive, $"the zip member '{Excerpt.Of(Name)}' is encrypted; plain members are read.");
        if (Method is not (Stored or Deflated))
            Throw.Unsupported(archive, $"the zip member '{Excerpt.Of(Name)}' uses compression method {Method}; stored (0) and deflated (8) members are read.");
        if (Method == Stored ? Size != CompressedSize : !Deflate.CanUnpackTo(CompressedSize, (UInt128)Size))
        {
            Throw.Malformed(
                archive, $"the zip member '{Excerpt.Of(Name)}' declares {Size} bytes, which its {CompressedSize} bytes in the archive cannot hold.");
        }
    }

    private static bool PointsOutside(string name)
    {
        bool isDrive = name.Length > 2 && char.IsAsciiLetter(name[0]) && name[1] == ':' && name[2] == '/';
        if (name.Length == 0 || isDrive || name.Contains('\\', StringComparison.Ordinal))
            return true;
        foreach (char letter in name)
        {
            if (char.IsControl(letter))
                return true;
        }

        // A name that ends in a slash is a folder; any other empty part is a root or a doubled slash.
        ReadOnlySpan<char> parts = name[^1] == '/' ? name.AsSpan(0, name.Length - 1) : name;
        foreach (Range range in parts.Split('/'))
        {
            if (parts[range] is "" or "." or "..")
                return true;
        }

        return false;
    }
}
