namespace MutualInfo.Training.Data.Images;

/// <summary>A generator of its own for every image, so that an image depends on no other.</summary>
internal static class ImageSeeds
{
    /// <summary>Gives the generator of one image.</summary>
    /// <remarks>
    /// Seeds in a row would not do: the first numbers that System.Random draws from them lie in a row too. SplitMix64 scatters
    /// them.
    /// </remarks>
    public static Random RandomFor(long stream, int index)
    {
        ulong z = unchecked(((ulong)stream * 0xD1342543DE82EF95) + ((ulong)index * 0x9E3779B97F4A7C15) + 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return new Random((int)((z ^ (z >> 31)) >> 33));
    }
}
