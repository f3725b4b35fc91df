using MutualInfo.Discrete;

namespace MutualInfo.Tests.Merging;

/// <summary>A layer of three rounded neurons, and every way of making keys of its rows.</summary>
internal static class KeyedVariables
{
    public const int Count = 400;
    public const int Width = 3;

    private static readonly float[] _values = [.. Seeded.Normal(new Random(5), Count * Width).Select(value => (float)Math.Round(value, 1))];
    private static readonly long[] _labels = [.. Seeded.Labels(new Random(6), Count, 10).Select(label => label * 1_000_000_000_003 - 7)];

    private static readonly EqualWidthBins _coarse = new(12, BinRange.Given(-1, 1.5));
    private static readonly EqualWidthBins _fine = new(300, BinRange.Given(-4, 4));
    private static readonly QuantizedLevels _levels = new(3, BinRange.Given(-2, 2));

    private static readonly Dictionary<string, (IDiscretizer ForAll, IDiscretizer ForBatches)> _discretizers = new()
    {
        ["exact rows"] = (new ExactRows(), new ExactRows()),
        ["12 bins"] = (_coarse, _coarse),
        ["300 bins"] = (_fine, _fine),
        ["100,000 bins"] = (new EqualWidthBins(100_000, BinRange.Given(-4, 4)), new EqualWidthBins(100_000, BinRange.Given(-4, 4))),
        ["fixed width"] = (new FixedWidthBins(0.7, 0.1), new FixedWidthBins(0.7, 0.1)),
        ["Shwartz-Ziv and Tishby"] = (new ShwartzZivTishbyBins(), new ShwartzZivTishbyBins()),
        ["levels"] = (_levels, _levels),
        ["equal frequency"] = (new EqualFrequencyBins(5), new EqualFrequencyBins(5).Fit(Layer([.. Enumerable.Range(0, Count)]))),
        ["equal frequency per neuron"] = (
            new EqualFrequencyBins(5, BinScope.PerNeuron), new EqualFrequencyBins(5, BinScope.PerNeuron).Fit(Layer([.. Enumerable.Range(0, Count)]))),
        ["EBAB"] = (new EntropyBasedAdaptiveBins(6), new EntropyBasedAdaptiveBins(6).Fit(Layer([.. Enumerable.Range(0, Count)]))),
        ["measured range"] = (new EqualWidthBins(9, BinRange.PerLayer), new EqualWidthBins(9, BinRange.Of(Layer([.. Enumerable.Range(0, Count)])))),
    };

    public static IEnumerable<string> Names => _discretizers.Keys;

    /// <summary>What measures all samples at once.</summary>
    public static IDiscretizer ForAll(string name) => _discretizers[name].ForAll;

    public static IDiscretizer ForBatches(string name) => _discretizers[name].ForBatches;

    public static Samples<float> Layer(int[] rows)
    {
        float[] taken = new float[rows.Length * Width];
        for (int i = 0; i < rows.Length; i++)
            _values.AsSpan(rows[i] * Width, Width).CopyTo(taken.AsSpan(i * Width));
        return Samples.FromRows<float>(taken, Width);
    }

    public static long[] Labels(int[] rows) => [.. rows.Select(row => _labels[row])];

    public static KeyedSymbols KeyedLayer(string name, int[] rows) => KeyedSymbols.FromBins(Layer(rows), ForBatches(name));

    public static KeyedSymbols KeyedLabels(int[] rows) => KeyedSymbols.FromLabels(Labels(rows));

    /// <summary>All samples at once.</summary>
    public static JointCounts Counts(string name)
    {
        int[] all = [.. Enumerable.Range(0, Count)];
        JointCounts counts = new();
        counts.Add(KeyedLayer(name, all), KeyedLabels(all));
        return counts;
    }

    public static byte[] Written(JointCounts counts)
    {
        using MemoryStream stream = new();
        counts.Write(stream);
        return stream.ToArray();
    }

    public static JointCounts Read(byte[] content) => JointCounts.Read(new MemoryStream(content), "test.counts");
}
