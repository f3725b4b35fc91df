using MutualInfo.Discrete;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>Every discretizer against its naive form: the same samples must share a symbol.</summary>
public class DiscretizerTests
{
    public static TheoryData<string, int> Layers()
    {
        TheoryData<string, int> data = [];
        foreach (string shape in (string[])["normal", "tanh", "ReLU", "rounded", "constant", "constant column"])
        {
            for (int seed = 0; seed < 6; seed++)
                data.Add(shape, seed);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_EqualWidthPerLayer_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        foreach (int bins in (int[])[1, 2, 5, 30])
        {
            double[] edges = Edges(Doubles(values), bins);
            RequireSame(values, dimension, new EqualWidthBins(bins, BinRange.PerLayer), (value, _) => Binning.Bin(value, edges));
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_EqualWidthPerNeuron_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        double[][] edges = [.. Enumerable.Range(0, dimension).Select(column => Edges(Column(values, dimension, column), 7))];
        RequireSame(values, dimension, new EqualWidthBins(7, BinRange.PerNeuron), (value, column) => Binning.Bin(value, edges[column]));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_EqualWidthInAGivenRange_CountsOutsideInTheOuterBins(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        double[] edges = Binning.EqualWidthEdges(-0.5, 0.75, 9);

        Symbols symbols = RequireSame(
            values, dimension, new EqualWidthBins(9, BinRange.Given(-0.5, 0.75)), (value, _) => Math.Max(1, Binning.Bin(value, edges)));

        Assert.Equal(values.Count(value => value is < -0.5f or > 0.75f), symbols.ValuesOutsideRange);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_EqualFrequency_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        // In double, where the twin's midpoints are the same numbers.
        double[] wide = Doubles(values);
        foreach (int bins in (int[])[1, 2, 7, 30])
        {
            double[] edges = Binning.EqualFrequencyEdges(wide, bins);
            RequireSame(wide, dimension, new EqualFrequencyBins(bins), (value, _) => Binning.Bin(value, edges));
            double[][] ofColumns = [.. Enumerable.Range(0, dimension).Select(column => Binning.EqualFrequencyEdges(Column(values, dimension, column), bins))];
            RequireSame(wide, dimension, new EqualFrequencyBins(bins, BinScope.PerNeuron), (value, column) => Binning.Bin(value, ofColumns[column]));
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_EntropyBasedAdaptive_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        double low = values.Min() >= 0 ? 0 : -10;
        foreach (int bins in (int[])[1, 2, 7, 30])
        {
            double[] edges = Binning.AdaptiveEdges(Doubles(values), bins, low);
            RequireSame(values, dimension, new EntropyBasedAdaptiveBins(bins, low), (value, _) => Binning.Bin(value, edges));
        }
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_FixedWidth_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        // In double, where the twin's quotient is the same number.
        RequireSame(Doubles(values), dimension, new FixedWidthBins(0.07), (value, _) => Math.Floor(value / 0.07) + 0.0);
        RequireSame(Doubles(values), dimension, new FixedWidthBins(0.5, 0.1), (value, _) => Math.Floor((value - 0.1) / 0.5) + 0.0);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_ShwartzZivTishby_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        double[] edges = [.. Enumerable.Range(0, 30).Select(i => (double)(float)(i == 29 ? 1 : -1 + i * (2.0 / 29)))];
        RequireSame(values, dimension, new ShwartzZivTishbyBins(), (value, _) => Math.Max(1, Binning.Bin(value, edges)));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_QuantizedLevels_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        double[] wide = Doubles(values);
        double low = wide.Min();
        double high = wide.Max();
        RequireSame(
            wide, dimension, new QuantizedLevels(5), (value, _) => low == high ? 0 : Math.Round((value - low) * 32 / (high - low), MidpointRounding.ToEven));
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Encode_ExactRows_EqualsTheTwin(string shape, int seed)
    {
        (float[] values, int dimension) = Layer(shape, seed);
        RequireSame(values, dimension, new ExactRows(), (value, _) => value + 0.0);
    }

    private static Symbols RequireSame(float[] values, int dimension, IDiscretizer discretizer, Func<double, int, double> bin) =>
        RequireSame(discretizer.Encode(Samples.FromRows<float>(values, dimension)), Doubles(values), dimension, bin, discretizer);

    private static void RequireSame(double[] values, int dimension, IDiscretizer discretizer, Func<double, int, double> bin) =>
        RequireSame(discretizer.Encode(Samples.FromRows<double>(values, dimension)), values, dimension, bin, discretizer);

    private static Symbols RequireSame(Symbols symbols, double[] values, int dimension, Func<double, int, double> bin, IDiscretizer discretizer)
    {
        string[] twin = Binning.RowSymbols(values, dimension, bin);
        Dictionary<string, int> codes = [];
        foreach (string row in twin)
            codes.TryAdd(row, codes.Count);
        Assert.True(twin.Select(row => codes[row]).SequenceEqual(symbols.Codes.ToArray()), $"{discretizer} differs from the twin.");
        return symbols;
    }

    private static double[] Edges(double[] values, int bins) => Binning.EqualWidthEdges(values.Min(), values.Max(), bins);

    private static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static double[] Column(float[] values, int dimension, int column) =>
        [.. values.Where((_, i) => i % dimension == column).Select(value => (double)value)];

    private static (float[] Values, int Dimension) Layer(string shape, int seed)
    {
        int dimension = 1 + seed;
        double[] normal = Seeded.Normal(new Random(seed), 150 * dimension);
        return ([.. normal.Select((value, i) => (float)(shape switch
        {
            "tanh" => Math.Tanh(5 * value),
            "ReLU" => Math.Max(0, value),
            "rounded" => Math.Round(value, 1),
            "constant" => 0.25,
            "constant column" => i % dimension == 0 ? 0.25 : value,
            _ => value,
        }))], dimension);
    }
}
