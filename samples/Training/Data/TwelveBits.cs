using System.Numerics;

namespace MutualInfo.Training.Data;

/// <summary>The data of Shwartz-Ziv and Tishby (2017), by rule: all 4096 words of 12 bits, and a label that knows a symmetry.</summary>
/// <remarks>
/// The bits sit on the 12 vertices of an icosahedron. The label depends only on how many are set and on how many set pairs are
/// neighbours, second neighbours and antipodes, so it is the same under all 120 symmetries of the solid. The threshold falls between
/// the scores 175 and 177, so there is no tie. This is equal, word by word, to the labels that the authors published.
/// </remarks>
public static class TwelveBits
{
    public const int Width = 12;
    public const int Count = 1 << Width;

    private const int Threshold = 176;

    // Vertex by vertex; bit 0 is the most significant. Each vertex has five neighbours, five second neighbours and one antipode.
    private static readonly int[][] _neighbours =
    [
        [1, 3, 5, 10, 11], [0, 2, 3, 4, 11], [1, 3, 4, 8, 9], [0, 1, 2, 8, 10], [1, 2, 6, 9, 11], [0, 6, 7, 10, 11],
        [4, 5, 7, 9, 11], [5, 6, 8, 9, 10], [2, 3, 7, 9, 10], [2, 4, 6, 7, 8], [0, 3, 5, 7, 8], [0, 1, 4, 5, 6],
    ];

    private static readonly int[] _antipodes = [9, 7, 5, 6, 10, 2, 3, 1, 11, 0, 4, 8];

    /// <summary>Makes all 4096 words in counting order, column 0 the most significant bit, with their labels 0 and 1.</summary>
    public static LabeledData<T> Create<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        var words = new Matrix<T>(Count, Width);
        int[] labels = new int[Count];
        for (int word = 0; word < Count; word++)
        {
            Span<T> row = words[word];
            for (int bit = 0; bit < Width; bit++)
                row[bit] = IsSet(word, bit) ? T.One : T.Zero;
            labels[word] = Label(word);
        }

        return new LabeledData<T>(words, labels);
    }

    /// <summary>Gives the label of a word, 0 or 1.</summary>
    public static int Label(int word) => Score(word) >= Threshold ? 1 : 0;

    private static int Score(int word)
    {
        int score = 0;
        for (int i = 0; i < Width; i++)
        {
            if (!IsSet(word, i))
                continue;
            score += 42;
            for (int j = i + 1; j < Width; j++)
            {
                if (IsSet(word, j))
                    score += PairScore(i, j);
            }
        }

        return score;
    }

    private static int PairScore(int i, int j)
    {
        if (_antipodes[i] == j)
            return -14;
        return _neighbours[i].Contains(j) ? 1 : -9;
    }

    private static bool IsSet(int word, int bit) => ((word >> (Width - 1 - bit)) & 1) != 0;
}
