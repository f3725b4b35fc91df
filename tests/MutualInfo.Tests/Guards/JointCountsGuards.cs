using System.Numerics;
using MutualInfo.Discrete;

namespace MutualInfo.Tests.Guards;

/// <summary>What cannot be counted together, keyed, fitted or written.</summary>
public class JointCountsGuards
{
    private static readonly KeyedSymbols _labels = KeyedSymbols.FromLabels([1, 2]);

    [Fact]
    public void Add_Null_Throws()
    {
        Refusal.Null("x", () => new JointCounts().Add(null!, _labels));
        Refusal.Null("y", () => new JointCounts().Add(_labels, null!));
        Refusal.Null("other", () => new JointCounts().Merge(null!));
        Refusal.Null("stream", () => new JointCounts().Write(null!));
        Refusal.Null("stream", () => JointCounts.Read(null!));
        Refusal.Null("joint", () => JointCounts.FromTable((long[,])null!));
        Refusal.Null("joint", () => JointCounts.FromTable((long[][])null!));
        Refusal.Null("discretizer", () => KeyedSymbols.FromBins(Samples.FromScalars<float>([1]), null!));
    }

    [Fact]
    public void Add_OtherCount_Throws() =>
        Refusal.Argument("y", () => new JointCounts().Add(_labels, KeyedSymbols.FromLabels([1, 2, 3])), "x has 2 samples and y has 3");

    [Fact]
    public void Add_VariableMadeInAnotherWay_ThrowsAndAddsNothing()
    {
        JointCounts counts = new();
        counts.Add(_labels, Bins(3));
        Refusal.Argument("x", () => counts.Add(Bins(3), _labels), "x is given as 3 equal-width bins [0, 1], dimension 1", "what has been counted is labels");
        Refusal.Argument("y", () => counts.Add(_labels, Bins(4)), "y is given as 4 equal-width bins", "3 equal-width bins");
        Refusal.Argument("y", () => counts.Add(_labels, KeyedSymbols.FromRows(Samples.FromScalars<float>([0, 1]))), "exact rows of 1 32-bit number(s)");
        JointCounts other = new();
        other.Add(_labels, KeyedSymbols.FromBins(Samples.FromRows<float>([0, 1, 0, 1], 2), new EqualWidthBins(3, BinRange.Given(0, 1))));
        Refusal.Argument("other", () => counts.Merge(other), "dimension 2", "dimension 1");
        Assert.Equal(2, counts.SampleCount);
        Assert.Equal(2, counts.AlphabetSizeY);
    }

    [Fact]
    public void FromBins_BinsLaidByTheData_ThrowsWithAdvice()
    {
        float[] values = [1, 2, 3];
        Refuse(new EqualFrequencyBins(2), "Fit them once");
        Refuse(new EntropyBasedAdaptiveBins(), "Fit them once");
        Refuse(new EqualWidthBins(3, BinRange.PerLayer), "BinRange.Of");
        Refuse(new QuantizedLevels(3), "BinRange.Of");
        Refuse(new Stranger(), "KeyedSymbols.FromRows");

        void Refuse(IDiscretizer discretizer, string tells) => Refusal.Argument(
            nameof(discretizer), () => KeyedSymbols.FromBins(Samples.FromScalars<float>(values), discretizer), $"{discretizer}", tells);
    }

    [Fact]
    public void FromBins_BadSamples_Throws()
    {
        Refusal.Argument("samples", () => KeyedSymbols.FromBins(Samples.FromScalars<float>([1, float.NaN]), new FixedWidthBins(1)), "samples[1][0] is NaN");
        Refusal.Argument("rows", () => KeyedSymbols.FromRows(Samples.FromScalars<float>([1, float.NaN])), "rows[1][0] is NaN");
        Refusal.Argument("samples", () => KeyedSymbols.FromBins(Samples.FromScalars<float>([]), new FixedWidthBins(1)), "samples has no samples");
        Refusal.OutOfRange("width", () => KeyedSymbols.FromBytes([1], 0));
    }

    [Fact]
    public void EmptyCounts_CannotBeEstimatedOrWritten()
    {
        Assert.Contains("Nothing has been counted", Assert.Throws<InvalidOperationException>(() => new JointCounts().Estimate()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new JointCounts().Write(new MemoryStream()));
        Assert.Equal("no counts", new JointCounts().ToString());
    }

    [Fact]
    public void Estimate_TooFewSamples_Throws()
    {
        JointCounts counts = JointCounts.FromTable([[1]]);
        Assert.Equal(0, counts.Estimate().Value.Nats);
        Refusal.Argument("entropy", () => counts.Estimate(new MillerMadow()), "Miller-Madow", "at least 2 samples; 1");
    }

    [Fact]
    public void Estimate_EntropyOfAStrangerBeyondInt_IsRefused()
    {
        Assert.Equal(Math.Log(2), JointCounts.FromTable([[1, 0], [0, 1]]).Estimate(new StrangersEntropy()).Value.Nats);
        Assert.Contains(
            "4294967296 times",
            Assert.Throws<NotSupportedException>(() => JointCounts.FromTable([[1L << 32]]).Estimate(new StrangersEntropy())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromTable_TablesThatAreNoCounts_Throws()
    {
        Refusal.Argument("joint", () => JointCounts.FromTable([[1, 2], [3, -4]]), "joint[1, 1] is -4");
        Refusal.Argument("joint", () => JointCounts.FromTable(new long[2, 2]), "4 cells and all are 0");
        Refusal.Argument("joint", () => JointCounts.FromTable(new long[0, 0]), "no cells");
        Refusal.Argument("joint", () => JointCounts.FromTable([[1, 2], [3]]), "joint[1] has 1 cells");
        Refusal.Argument("joint", () => JointCounts.FromTable([[1, 2], null!]), "joint[1] is null");
        Refusal.Argument("joint", () => JointCounts.FromTable([[long.MaxValue, 1]]), "9223372036854775808 samples");
    }

    [Fact]
    public void FittedBins_EdgesThatCannotBe_Throws()
    {
        Refusal.Argument("edges", () => FittedBins.FromEdges([1, 0.5]), "edges[1] is 0.5, below edges[0] = 1");
        Refusal.Argument("edges", () => FittedBins.FromEdges([0, double.NaN]), "edges[1] is NaN");
        Refusal.Argument("edges", () => FittedBins.FromEdges([[0], [1, double.PositiveInfinity]]), "edges[1][1] is Infinity");
        Refusal.Argument("edges", () => FittedBins.FromEdges([[0], null!]), "edges[1] is null");
        Refusal.Argument("edges", () => FittedBins.FromEdges(Array.Empty<double[]>()), "no neurons");
        Refusal.Null("edges", () => FittedBins.FromEdges((double[][])null!));
        Refusal.OutOfRange("set", () => FittedBins.FromEdges([1]).Edges(1), "below 1");
        Refusal.Argument("samples", () => FittedBins.FromEdges([[0], [1]]).Encode(Samples.FromScalars<float>([1])), "dimension 1", "2 neuron(s)");
        Refusal.Argument("samples", () => FittedBins.FromEdges([0]).Encode(Samples.FromScalars<float>([1, float.PositiveInfinity])), "Infinity");
    }

    [Fact]
    public void BinRangeOf_SamplesWithoutARange_Throws()
    {
        Refusal.Argument("samples", () => BinRange.Of(Samples.FromScalars<float>([2, 2])), "the one value 2");
        Refusal.Argument("samples", () => BinRange.Of(Samples.FromScalars<float>([])), "no samples");
        Refusal.Argument("samples", () => BinRange.Of(Samples.FromScalars<float>([1, float.NaN])), "samples[1][0] is NaN");
    }

    private static KeyedSymbols Bins(int bins) =>
        KeyedSymbols.FromBins(Samples.FromScalars<float>([0, 1]), new EqualWidthBins(bins, BinRange.Given(0, 1)));

    private sealed record Stranger : IDiscretizer
    {
        public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T> => Symbols.FromRows(samples);
    }

    private sealed record StrangersEntropy : IEntropyEstimator
    {
        public Information Estimate(ReadOnlySpan<int> counts) => new PlugIn().Estimate(counts);
    }
}
