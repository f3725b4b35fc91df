namespace MutualInfo.Reference;

/// <summary>Entropy and mutual information of symbols, counted with a dictionary and summed as the textbook writes them. In nats.</summary>
public static class Counting
{
    /// <summary>−Σ p ln p of the observed shares.</summary>
    public static double PlugIn<TSymbol>(IEnumerable<TSymbol> symbols) where TSymbol : notnull
    {
        Dictionary<TSymbol, long> counts = Count(symbols);
        double n = counts.Values.Sum();
        return -counts.Values.Sum(count => count / n * Math.Log(count / n));
    }

    /// <summary>Plug-in entropy plus (K − 1)/2n.</summary>
    public static double MillerMadow<TSymbol>(IEnumerable<TSymbol> symbols) where TSymbol : notnull
    {
        Dictionary<TSymbol, long> counts = Count(symbols);
        return PlugIn(symbols) + (counts.Count - 1) / (2.0 * counts.Values.Sum());
    }

    /// <summary>The code of each row, in the order of first appearance: rows are told apart by their cells written as text.</summary>
    /// <param name="cells">n·width cells, row after row.</param>
    /// <param name="width">The cells in a row.</param>
    public static int[] Codes<TCell>(TCell[] cells, int width)
    {
        Dictionary<string, int> codes = [];
        return [.. cells.Chunk(width).Select(row => CodeOf(string.Join(' ', row)))];

        int CodeOf(string text)
        {
            codes.TryAdd(text, codes.Count);
            return codes[text];
        }
    }

    /// <summary>How often each code occurs.</summary>
    public static int[] Histogram(int[] codes) => [.. codes.CountBy(code => code).OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    /// <summary>Σ p(x, y) ln p(x, y)/(p(x)·p(y)) of paired symbols.</summary>
    public static double MutualInformation<TX, TY>(IReadOnlyList<TX> x, IReadOnlyList<TY> y) where TX : notnull where TY : notnull
    {
        double n = x.Count;
        Dictionary<TX, long> ofX = Count(x);
        Dictionary<TY, long> ofY = Count(y);
        return Count(x.Zip(y)).Sum(pair => pair.Value / n * Math.Log(pair.Value * n / ((double)ofX[pair.Key.First] * ofY[pair.Key.Second])));
    }

    /// <summary>Σ p ln p/(p(x)·p(y)) of a joint table of counts or probabilities, which need not sum to 1.</summary>
    public static double MutualInformation(double[,] table)
    {
        int rows = table.GetLength(0);
        int columns = table.GetLength(1);
        double total = table.Cast<double>().Sum();
        double sum = 0;
        for (int x = 0; x < rows; x++)
        {
            for (int y = 0; y < columns; y++)
            {
                double ofX = Enumerable.Range(0, columns).Sum(other => table[x, other]) / total;
                double ofY = Enumerable.Range(0, rows).Sum(other => table[other, y]) / total;
                double joint = table[x, y] / total;
                if (joint > 0)
                    sum += joint * Math.Log(joint / (ofX * ofY));
            }
        }

        return sum;
    }

    /// <summary>The pairs of symbols whose histogram is a table of counts.</summary>
    public static (int[] X, int[] Y) Samples(long[,] table)
    {
        List<int> x = [];
        List<int> y = [];
        for (int row = 0; row < table.GetLength(0); row++)
        {
            for (int column = 0; column < table.GetLength(1); column++)
            {
                for (long i = 0; i < table[row, column]; i++)
                {
                    x.Add(row);
                    y.Add(column);
                }
            }
        }

        return ([.. x], [.. y]);
    }

    private static Dictionary<TSymbol, long> Count<TSymbol>(IEnumerable<TSymbol> symbols) where TSymbol : notnull
    {
        Dictionary<TSymbol, long> counts = [];
        foreach (TSymbol symbol in symbols)
            counts[symbol] = counts.GetValueOrDefault(symbol) + 1;
        return counts;
    }
}
