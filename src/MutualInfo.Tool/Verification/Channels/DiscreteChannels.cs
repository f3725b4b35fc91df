using static System.FormattableString;

namespace MutualInfo.Tool.Verification.Channels;

/// <summary>The textbook channels. Truths in nats; source: Cover and Thomas, Elements of Information Theory (2006), chapters 2 and 7.</summary>
internal static class DiscreteChannels
{
    private static readonly double _ln2 = Math.Log(2);

    public static IReadOnlyList<Channel> All { get; } =
    [
        BinarySymmetric(1, 100),
        BinarySymmetric(5, 100),
        BinarySymmetric(10, 100),
        BinarySymmetric(11, 100),
        BinarySymmetric(25, 100),
        // P(X=1) = 0.3 and a flip with probability 0.1: Y is 1 with probability 0.3·0.9 + 0.7·0.1 = 0.34.
        new("binary symmetric p=0.1, input 0.3", BinaryEntropy(0.34) - BinaryEntropy(0.1), new[,] { { 63, 7 }, { 3, 27 } }),
        Erasure(1, 10),
        Erasure(1, 4),
        Erasure(1, 2),
        new("Z-channel 1/2", BinaryEntropy(0.25) - _ln2 / 2, new[,] { { 2, 0 }, { 1, 1 } }),
        Symmetric(4, 1, 10),
        Symmetric(10, 1, 10),
        Symmetric(10, 1, 2),
        NoisyTypewriter(26),
        new("AND, one input", BinaryEntropy(0.25) - _ln2 / 2, new[,] { { 2, 0 }, { 1, 1 } }),
        new("AND, both inputs", BinaryEntropy(0.25), new[,] { { 1, 0 }, { 1, 0 }, { 1, 0 }, { 0, 1 } }),
        new("XOR, one input", 0, new[,] { { 1, 1 }, { 1, 1 } }),
        new("XOR, both inputs", _ln2, new[,] { { 1, 0 }, { 0, 1 }, { 0, 1 }, { 1, 0 } }),
        new("noiseless, 8 letters", Math.Log(8), Diagonal(8)),
        new("independent, 3 × 5 letters", 0, Constant(3, 5)),
    ];

    /// <summary>H(p) of a coin.</summary>
    public static double BinaryEntropy(double p) => -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);

    private static Channel BinarySymmetric(int flips, int of)
    {
        double p = (double)flips / of;
        return new(Invariant($"binary symmetric p={p}"), _ln2 - BinaryEntropy(p), new[,] { { of - flips, flips }, { flips, of - flips } });
    }

    private static Channel Erasure(int erased, int of)
    {
        double e = (double)erased / of;
        int kept = of - erased;
        return new(Invariant($"erasure e={e}"), (1 - e) * _ln2, new[,] { { kept, erased, 0 }, { 0, erased, kept } });
    }

    // ε = errors/of is shared by q − 1 wrong letters, so a row of of·(q − 1) observations has whole counts.
    private static Channel Symmetric(int q, int errors, int of)
    {
        double epsilon = (double)errors / of;
        int[,] counts = new int[q, q];
        for (int i = 0; i < q; i++)
        {
            for (int j = 0; j < q; j++)
                counts[i, j] = i == j ? (of - errors) * (q - 1) : errors;
        }

        double truth = Math.Log(q) - BinaryEntropy(epsilon) - epsilon * Math.Log(q - 1);
        return new(Invariant($"{q}-ary symmetric ε={epsilon}"), truth, counts);
    }

    // A letter arrives as itself or as the next one: half of the alphabet could be used without any error.
    private static Channel NoisyTypewriter(int letters)
    {
        int[,] counts = new int[letters, letters];
        for (int i = 0; i < letters; i++)
        {
            counts[i, i] = 1;
            counts[i, (i + 1) % letters] = 1;
        }

        return new(Invariant($"noisy typewriter, {letters} letters"), Math.Log(letters / 2.0), counts);
    }

    private static int[,] Diagonal(int letters)
    {
        int[,] counts = new int[letters, letters];
        for (int i = 0; i < letters; i++)
            counts[i, i] = 1;
        return counts;
    }

    private static int[,] Constant(int rows, int columns)
    {
        int[,] counts = new int[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                counts[i, j] = 1;
        }

        return counts;
    }
}
