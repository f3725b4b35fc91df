using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Tests.Parity;

/// <summary>Interning by hash and comparison against a dictionary of texts, also where every hash is the same.</summary>
public class RowInternerTests
{
    [Fact]
    public void Intern_EveryWidthInBytes_EqualsTheTwin()
    {
        for (int width = 1; width <= 40; width++)
        {
            Random random = new(width);
            byte[] cells = [.. Enumerable.Range(0, 200 * width).Select(i => (byte)(random.Next(8) == 0 ? 1 : 0))];

            Symbols symbols = RowInterner.Intern<byte>(cells, width);

            Assert.Equal(Twin(cells, width), symbols.Codes.ToArray());
        }
    }

    [Fact]
    public void Intern_OneHashForAllRows_GivesTheSameSymbols()
    {
        Random random = new(9);
        int[] cells = [.. Enumerable.Range(0, 600 * 3).Select(_ => random.Next(5) - 2)];

        Symbols colliding = RowInterner.Intern<int, ConstantHash>(cells, 3);
        Symbols mixing = RowInterner.Intern<int>(cells, 3);

        Assert.Equal(Twin(cells, 3), colliding.Codes.ToArray());
        Assert.Equal(mixing.Codes.ToArray(), colliding.Codes.ToArray());
        Assert.Equal(mixing.Histogram.ToArray(), colliding.Histogram.ToArray());
    }

    [Fact]
    public void Intern_HashesThatDifferInTheirHighHalfAlone_GivesTheSameSymbols()
    {
        long[] cells = [.. Enumerable.Range(0, 500).Select(i => (long)(i * 7 % 83))];

        Symbols symbols = RowInterner.Intern<long, HighHash>(cells, 1);

        Assert.Equal(Twin(cells, 1), symbols.Codes.ToArray());
        Assert.Equal(83, symbols.AlphabetSize);
    }

    [Fact]
    public void Intern_AllRowsDifferent_NumbersThemInOrder()
    {
        int[] cells = [.. Enumerable.Range(0, 5000).Select(i => unchecked(i * (int)2654435761))];

        Assert.Equal(Enumerable.Range(0, 5000), RowInterner.Intern<int>(cells, 1).Codes.ToArray());
    }

    private static int[] Twin<TCell>(TCell[] cells, int width) where TCell : unmanaged
    {
        Dictionary<string, int> codes = [];
        return [.. cells.Chunk(width).Select(row => CodeOf(string.Join(' ', row)))];

        int CodeOf(string text)
        {
            codes.TryAdd(text, codes.Count);
            return codes[text];
        }
    }

    private readonly struct ConstantHash : IRowHash
    {
        public static ulong Hash(ReadOnlySpan<byte> row) => 42;
    }

    private readonly struct HighHash : IRowHash
    {
        public static ulong Hash(ReadOnlySpan<byte> row) => (ulong)row[0] << 40;
    }
}
