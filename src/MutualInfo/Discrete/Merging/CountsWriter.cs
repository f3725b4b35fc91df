namespace MutualInfo.Discrete.Merging;

/// <summary>
/// Writes counts: what x and y are, their keys ascending, then the pairs ascending. Equal counts give equal bytes.
/// </summary>
internal static class CountsWriter
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int Version = 1;

    /// <summary>Gets the first bytes of every file.</summary>
    public static ReadOnlySpan<byte> Magic => "MICOUNTS"u8;

    public static void Write(Stream stream, JointCounts counts, KeyedAlphabet x, KeyedAlphabet y)
    {
        using CountsSink sink = new(stream);
        sink.Bytes(Magic);
        sink.Int32(Version);
        KindCode.Write(sink, x.Kind);
        KindCode.Write(sink, y.Kind);
        sink.Int64(counts.SampleCount);
        sink.Int64(counts.ValuesOutsideRangeX);
        sink.Int64(counts.ValuesOutsideRangeY);
        sink.Int32(x.Count);
        sink.Int32(y.Count);
        sink.Int32(counts.JointAlphabetSize);
        int[] ranksOfX = WriteKeys(sink, x);
        int[] ranksOfY = WriteKeys(sink, y);
        WritePairs(sink, counts.Pairs, ranksOfX, ranksOfY);
        sink.Finish();
    }

    /// <summary>Writes the keys in their order, and says which rank each code has.</summary>
    private static int[] WriteKeys(CountsSink sink, KeyedAlphabet alphabet)
    {
        int[] order = alphabet.Order();
        int[] ranks = new int[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            sink.Bytes(alphabet[order[rank]]);
            ranks[order[rank]] = rank;
        }

        return ranks;
    }

    private static void WritePairs(CountsSink sink, PairTable pairs, int[] ranksOfX, int[] ranksOfY)
    {
        ulong[] ranks = new ulong[pairs.Count];
        for (int i = 0; i < ranks.Length; i++)
            ranks[i] = ((ulong)ranksOfX[pairs.XOf(i)] << 32) | (uint)ranksOfY[pairs.YOf(i)];
        long[] counts = pairs.Counts.ToArray();
        Array.Sort(ranks, counts);
        for (int i = 0; i < ranks.Length; i++)
        {
            sink.Int32((int)(ranks[i] >> 32));
            sink.Int32((int)ranks[i]);
            sink.Int64(counts[i]);
        }
    }
}
