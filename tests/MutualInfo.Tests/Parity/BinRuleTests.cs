using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Reference;

namespace MutualInfo.Tests.Parity;

/// <summary>
/// Every discretizer on scalars that lie on its edges, one step beside them, and at the ends of the number range, against the rule written
/// down one value at a time. Bits: a bin is a whole number.
/// </summary>
public class BinRuleTests
{
    private static readonly (double Low, double High)[] _ranges =
        [(-1, 1), (0, 1), (-0.1, 0.3), (0.1, 0.7), (1000, 1000.25), (-42.74789810180664, 42.74789810180664), (1e16, 1e16 + 64), (0, 1e-40), (1e300, 3e300)];

    private static readonly int[] _bins = [1, 2, 7, 30, 256, 257, 1000];

    [Fact]
    public void Encode_EqualWidthInAGivenRange_EqualsTheRuleBesideEveryEdge()
    {
        foreach ((double low, double high) in _ranges)
        {
            foreach (int bins in _bins)
            {
                double[] edges = Binning.EqualWidthEdges(low, high, bins);
                Check<float>(new EqualWidthBins(bins, BinRange.Given(low, high)), Beside<float>([.. edges, high]));
                Check<double>(new EqualWidthBins(bins, BinRange.Given(low, high)), Beside<double>([.. edges, high]));

                void Check<T>(EqualWidthBins discretizer, T[] values) where T : unmanaged, IFloatingPointIeee754<T>
                {
                    Symbols symbols = RequireSame(discretizer, values, 1, (value, _) => Math.Max(1, CountAtMost(edges, value)));
                    Assert.Equal(values.Count(value => double.CreateChecked(value) < low || double.CreateChecked(value) > high), symbols.ValuesOutsideRange);
                }
            }
        }
    }

    // Cells of four bytes.
    [Fact]
    public void Encode_MoreBinsThanTwoBytesCount_EqualsTheRule()
    {
        const int Bins = 70_000;
        double[] edges = Binning.EqualWidthEdges(-1, 1, Bins);
        float[] values = [.. Enumerable.Range(-3000, 6000).Select(i => i / 3000f)];
        RequireSame(new EqualWidthBins(Bins, BinRange.Given(-1, 1)), values, 1, (value, _) => Math.Max(1, CountAtMost(edges, value)));
        double[] measured = Binning.EqualWidthEdges(-1, values[^1], Bins);
        RequireSame(new EqualWidthBins(Bins, BinRange.PerLayer), Wide(values), 3, (value, _) => CountAtMost(measured, value));
    }

    // Rows of every dimension around the width of a vector, each column with a range of its own.
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7), InlineData(8), InlineData(9), InlineData(16), InlineData(33)]
    public void Encode_PerNeuron_EqualsTheRule(int dimension)
    {
        float[] values = Columns(dimension, 97);
        foreach (int bins in (int[])[1, 2, 30, 300])
        {
            double[][] edges = [.. Ends(values, dimension).Select(ends => Binning.EqualWidthEdges(ends.Low, ends.High, bins))];
            RequireSame(new EqualWidthBins(bins, BinRange.PerNeuron), values, dimension, (value, column) => CountAtMost(edges[column], value));
            RequireSame(new EqualWidthBins(bins, BinRange.PerNeuron), Wide(values), dimension, (value, column) => CountAtMost(edges[column], value));
        }

        (double Low, double High)[] ends = Ends(values, dimension);
        RequireSame(new QuantizedLevels(6, BinRange.PerNeuron), Wide(values), dimension, (value, column) =>
            ends[column].Low == ends[column].High ? 0 : Math.Round((value - ends[column].Low) * 64 / (ends[column].High - ends[column].Low)));
        RequireSame(new QuantizedLevels(6, BinRange.PerNeuron), values, dimension, (value, column) =>
            ends[column].Low == ends[column].High ? 0 : MathF.Round(((float)value - (float)ends[column].Low) * 64 / ((float)ends[column].High - (float)ends[column].Low)));
    }

    [Fact]
    public void Encode_ShwartzZivTishby_EqualsTheRuleBesideEveryEdge()
    {
        foreach ((int count, double low, double high) in ((int, double, double)[])[(30, -1, 1), (2, 0, 1), (100, -0.3, 0.7), (3000, 1000, 1001)])
        {
            double[] edges = [.. Enumerable.Range(0, count).Select(i => (double)(float)(i == count - 1 ? high : low + i * ((high - low) / (count - 1))))];
            ShwartzZivTishbyBins discretizer = new(count, low, high);
            RequireSame(discretizer, Beside<float>(edges), 1, (value, _) => Math.Max(1, CountAtMost(edges, value)));
            RequireSame(discretizer, Beside<double>(edges), 1, (value, _) => Math.Max(1, CountAtMost(edges, value)));
        }
    }

    [Fact]
    public void Encode_FixedWidth_EqualsTheQuotientInThePrecisionOfTheSamples()
    {
        foreach ((double width, double origin) in ((double, double)[])[(0.07, 0), (0.5, 0.1), (1e-3, -2), (3, 1e-30), (1e-12, 0), (1e30, 0)])
        {
            double[] edges = [.. Enumerable.Range(-300, 600).Select(i => origin + i * width)];
            float[] single = [.. Beside<float>(edges).Where(value => float.IsFinite(value) && float.IsFinite(value / (float)width) && Math.Abs(value) < 1e9f)];
            double[] wide = [.. Beside<double>(edges).Where(value => Math.Abs(value) < 1e9)];
            RequireSame(new FixedWidthBins(width, origin), single, 1, (value, _) => MathF.Floor(((float)value - (float)origin) / (float)width) + 0f);
            RequireSame(new FixedWidthBins(width, origin), wide, 1, (value, _) => Math.Floor((value - origin) / width) + 0.0);
        }
    }

    [Theory, InlineData(1), InlineData(8), InlineData(9), InlineData(16), InlineData(24)]
    public void Encode_QuantizedLevelsInAGivenRange_EqualsTheQuotientInThePrecisionOfTheSamples(int bits)
    {
        const float Low = -0.25f;
        const float High = 0.8f;
        float[] values = Beside<float>([Low, High, .. Enumerable.Range(0, 65).Select(i => Low + i * (High - Low) / 64)]);
        Symbols symbols = RequireSame(new QuantizedLevels(bits, BinRange.Given(Low, High)), values, 1, (value, _) =>
            MathF.Round((Math.Clamp((float)value, Low, High) - Low) * (1 << bits) / (High - Low)));
        Assert.Equal(values.Count(value => value is < Low or > High), symbols.ValuesOutsideRange);
        RequireSame(new QuantizedLevels(bits, BinRange.Given(Low, High)), Wide(values), 1, (value, _) =>
            Math.Round((Math.Clamp(value, Low, High) - Low) * (1 << bits) / ((double)High - Low)));
    }

    // Enough values for a radix sort, several columns of them, with ties and both zeros.
    [Theory, InlineData(1), InlineData(3), InlineData(9)]
    public void Encode_EqualFrequencyOfManyValues_EqualsTheTwin(int dimension)
    {
        double[] values = [.. Wide(Columns(dimension, 4000)).Select((value, i) => i % 5 == 0 ? Math.Round(value, 1) : value)];
        foreach (int bins in (int[])[2, 30, 500])
        {
            double[] edges = Binning.EqualFrequencyEdges(values, bins);
            RequireSame(new EqualFrequencyBins(bins), values, dimension, (value, _) => CountAtMost(edges, value));
            double[][] ofColumns = [.. Enumerable.Range(0, dimension).Select(column => Binning.EqualFrequencyEdges(Column(values, dimension, column), bins))];
            RequireSame(new EqualFrequencyBins(bins, BinScope.PerNeuron), values, dimension, (value, column) => CountAtMost(ofColumns[column], value));
        }
    }

    [Theory, InlineData("all different"), InlineData("few"), InlineData("half zero"), InlineData("one")]
    public void Encode_EntropyBasedAdaptiveOfManyValues_EqualsTheTwin(string shape)
    {
        Random random = new(3);
        float[] values = [.. Enumerable.Range(0, 9000).Select(i => shape switch
        {
            "all different" => i * 0.001f - 3,
            "few" => random.Next(20) - 9,
            "half zero" => Math.Max(i % 7 == 0 ? -0f : 0, random.NextSingle() - 0.5f),
            _ => 2.5f,
        })];
        float low = values.Min() >= 0 ? 0 : MathF.BitDecrement(values.Min());
        foreach (int bins in (int[])[1, 30, 300])
        {
            double[] edges = Binning.AdaptiveEdges(Wide(values), bins, low);
            RequireSame(new EntropyBasedAdaptiveBins(bins), values, 3, (value, _) => CountAtMost(edges, value));
            RequireSame(new EntropyBasedAdaptiveBins(bins, low), Wide(values), 3, (value, _) => CountAtMost(edges, value));
        }
    }

    [Fact]
    public void Encode_NaNAmongManyValues_IsRefusedByItsPlace()
    {
        IDiscretizer[] all =
        [
            new ExactRows(), new EqualWidthBins(30, BinRange.Given(-1, 1)), new EqualWidthBins(30, BinRange.PerLayer), new EqualWidthBins(30, BinRange.PerNeuron),
            new ShwartzZivTishbyBins(), new FixedWidthBins(0.1), new QuantizedLevels(8), new QuantizedLevels(8, BinRange.Given(-1, 1)),
            new EntropyBasedAdaptiveBins(), new EqualFrequencyBins(30),
        ];
        float[] values = Columns(10, 5000);
        values[4321 * 10 + 7] = float.NaN;
        foreach (IDiscretizer discretizer in all)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => discretizer.Encode(Samples.FromRows<float>(values, 10)));
            Assert.Contains("samples[4321][7] is NaN", refusal.Message, StringComparison.Ordinal);
        }
    }

    // The edges, the numbers next to them, halfway between, and the ends of what the type can hold; more than a vector of each.
    private static T[] Beside<T>(double[] edges) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] near = [.. edges.Select(T.CreateTruncating).SelectMany(edge => (T[])[T.BitDecrement(edge), edge, T.BitIncrement(edge)])];
        T[] ends = [T.NegativeInfinity, T.PositiveInfinity, T.Zero, T.NegativeZero, T.Epsilon, -T.Epsilon, Greatest<T>(), -Greatest<T>(), T.One, -T.One];
        return [.. near, .. ends, .. near.Zip(near.Skip(1), (left, right) => left / (T.One + T.One) + right / (T.One + T.One)).Where(T.IsFinite)];
    }

    private static T Greatest<T>() where T : unmanaged, IFloatingPointIeee754<T> => T.BitDecrement(T.PositiveInfinity);

    private static int CountAtMost(double[] edges, double value)
    {
        int count = Array.BinarySearch(edges, value);
        count = count < 0 ? ~count : count + 1;
        while (count < edges.Length && edges[count] <= value)
            count++;
        return count;
    }

    private static Symbols RequireSame<T>(IDiscretizer discretizer, T[] values, int dimension, Func<double, int, double> bin)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] bins = [.. values.Select((value, i) => bin(double.CreateChecked(value), i % dimension))];
        Symbols symbols = discretizer.Encode(Samples.FromRows<T>(values, dimension));
        Assert.True(Counting.Codes(bins, dimension).SequenceEqual(symbols.Codes.ToArray()), $"{discretizer}, {typeof(T).Name}, dimension {dimension}");
        return symbols;
    }

    private static float[] Columns(int dimension, int count)
    {
        Random random = new(dimension);
        return [.. Enumerable.Range(0, dimension * count).Select(i => (i % dimension) switch
        {
            2 => 0.125f,
            5 => random.Next(3),
            int column => (random.NextSingle() - 0.3f) * MathF.Pow(10, column % 9 - 4),
        })];
    }

    private static double[] Wide(float[] values) => Array.ConvertAll(values, value => (double)value);

    private static double[] Column(double[] values, int dimension, int column) => [.. values.Where((_, i) => i % dimension == column)];

    private static (double Low, double High)[] Ends(float[] values, int dimension) => [.. Enumerable.Range(0, dimension)
        .Select(column => Column(Wide(values), dimension, column))
        .Select(column => (column.Min(), column.Max()))];
}
