namespace MutualInfo.Files.Bytes;

/// <summary>What DEFLATE can do at most, so that a claim beyond it is a lie that needs no unpacking.</summary>
internal static class Deflate
{
    // A match of 258 bytes costs two bits at least: 1032 times the input, and a little for the block that is cut.
    private const int LargestRatio = 1032;
    private const int Allowance = 1032 * 16;

    /// <summary>Whether so many bytes can come out of so many.</summary>
    public static bool CanUnpackTo(long compressed, UInt128 unpacked) =>
        unpacked <= ((UInt128)compressed * LargestRatio) + Allowance;
}
