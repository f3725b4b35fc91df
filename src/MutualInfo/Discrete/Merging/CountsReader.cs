namespace MutualInfo.Discrete.Merging;

/// <summary>Reads what <see cref="CountsWriter"/> writes, strictly: what cannot have been written is refused.</summary>
/// <remarks>Room is made for what has come, never for what is claimed.</remarks>
internal static class CountsReader
{
    private const int Step = 1 << 12;

    public static JointCounts Read(Stream stream, string name)
    {
        using CountsSource source = new(stream, name);
        RequireStart(source);
        SymbolKind kindX = KindCode.Read(source, "x");
        SymbolKind kindY = KindCode.Read(source, "y");
        long sampleCount = AtLeast(source, 1, source.Int64("the sample count"), "sample count");
        long outsideX = AtLeast(source, 0, source.Int64("values outside"), "number of values of x outside the range");
        long outsideY = AtLeast(source, 0, source.Int64("values outside"), "number of values of y outside the range");
        int alphabetX = (int)AtLeast(source, 1, source.Int32("the alphabet size"), "alphabet size of x");
        int alphabetY = (int)AtLeast(source, 1, source.Int32("the alphabet size"), "alphabet size of y");
        int pairs = (int)AtLeast(source, 1, source.Int32("the number of pairs"), "number of pairs");
        JointCounts counts = new();
        KeyedAlphabet x = ReadKeys(source, kindX, alphabetX, "x");
        KeyedAlphabet y = ReadKeys(source, kindY, alphabetY, "y");
        ReadPairs(source, counts.Pairs, pairs, (x.Count, y.Count), sampleCount);
        source.Finish();
        counts.Fill(x, y, sampleCount, outsideX, outsideY);
        return counts;
    }

    private static void RequireStart(CountsSource source)
    {
        Span<byte> start = stackalloc byte[CountsWriter.Magic.Length];
        source.Bytes(start, "the start");
        if (!start.SequenceEqual(CountsWriter.Magic))
            source.Refuse($"these are no counts: the first bytes are {Convert.ToHexString(start)}, not those of \"MICOUNTS\".");
        int version = source.Int32("the version");
        if (version > CountsWriter.Version)
            source.RefuseVersion(version, CountsWriter.Version);
        if (version < 1)
            source.Refuse($"the version is {version}; 1 was expected.");
    }

    private static KeyedAlphabet ReadKeys(CountsSource source, SymbolKind kind, int count, string variable)
    {
        KeyedAlphabet alphabet = new(kind);
        byte[] key = [];
        for (int i = 0; i < count; i++)
        {
            if (i == 0)
                key = source.Grow(kind.KeyWidth, $"the keys of {variable}");
            else
                source.Bytes(key, $"the keys of {variable}");
            if (!kind.IsKey(key))
                source.Refuse($"key {i} of {variable} is no symbol of {kind}, before byte offset {source.Offset}.");
            if (i > 0 && alphabet[i - 1].SequenceCompareTo(key) >= 0)
                source.Refuse($"key {i} of {variable} is not above the one before it, before byte offset {source.Offset}; keys ascend.");
            if (i % Step == 0)
                alphabet.Reserve(Math.Min(Step, count - i));
            alphabet.Add(key);
        }

        return alphabet;
    }

    private static void ReadPairs(CountsSource source, PairTable pairs, int count, (int X, int Y) alphabets, long sampleCount)
    {
        bool[] seenX = new bool[alphabets.X];
        bool[] seenY = new bool[alphabets.Y];
        Int128 total = 0;
        for (int i = 0; i < count; i++)
        {
            int x = source.Int32("the pairs");
            int y = source.Int32("the pairs");
            long times = source.Int64("the pairs");
            if ((uint)x >= (uint)alphabets.X || (uint)y >= (uint)alphabets.Y)
                source.Refuse($"pair {i} is of symbols {x} and {y}, before byte offset {source.Offset}; there are {alphabets.X} and {alphabets.Y}.");
            if (i > 0 && (x, y).CompareTo((pairs.XOf(i - 1), pairs.YOf(i - 1))) <= 0)
                source.Refuse($"pair {i} is not above the one before it, before byte offset {source.Offset}; pairs ascend.");
            if (times < 1)
                source.Refuse($"pair {i} was seen {times} times, before byte offset {source.Offset}; at least 1 was expected.");
            if (i % Step == 0)
                pairs.Reserve(Math.Min(Step, count - i));
            pairs.Add(x, y, times);
            seenX[x] = true;
            seenY[y] = true;
            total += times;
        }

        if (total != sampleCount)
            source.Refuse($"the pairs were seen {total} times and the sample count is {sampleCount}; both were expected to be one number.");
        if (Array.IndexOf(seenX, false) >= 0 || Array.IndexOf(seenY, false) >= 0)
            source.Refuse($"a symbol is in no pair; only what was seen is written.");
    }

    private static long AtLeast(CountsSource source, long least, long value, string what)
    {
        if (value < least)
            source.Refuse($"the {what} is {value}, before byte offset {source.Offset}; at least {least} was expected.");
        return value;
    }
}
