using MutualInfo.Discrete;
using MutualInfo.Reference;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>Channels whose joint table is rational: fed as whole counts, the plug-in estimate is the truth of the channel.</summary>
public class DiscreteChannelTests
{
    // The bound; the estimate differs from the formula by the rounding of a few logarithms.
    private const double Rounding = 1e-9;

    // The published truths are printed to seven digits or more.
    private const double Printed = 6e-8;

    private static readonly double _ln2 = Math.Log(2);

    public static TheoryData<string, long[], int, double, double> Channels() => new()
    {
        // name, counts row by row, columns, formula, printed truth
        { "BSC 0.01", [99, 1, 1, 99], 2, _ln2 - BinaryEntropy(0.01), 0.6371456 },
        { "BSC 0.05", [19, 1, 1, 19], 2, _ln2 - BinaryEntropy(0.05), 0.4946319 },
        { "BSC 0.1", [9, 1, 1, 9], 2, _ln2 - BinaryEntropy(0.1), 0.3680642 },
        { "BSC 0.11", [89, 11, 11, 89], 2, _ln2 - BinaryEntropy(0.11), 0.3466318 },
        { "BSC 0.25", [3, 1, 1, 3], 2, _ln2 - BinaryEntropy(0.25), 0.1308120 },
        { "BSC 0.1, input 0.3", [63, 7, 3, 27], 2, BinaryEntropy(0.34) - BinaryEntropy(0.1), 0.3159525 },
        { "erasure 0.1", [9, 1, 0, 0, 1, 9], 3, 0.9 * _ln2, 0.6238325 },
        { "erasure 0.25", [3, 1, 0, 0, 1, 3], 3, 0.75 * _ln2, 0.5198604 },
        { "erasure 0.5", [1, 1, 0, 0, 1, 1], 3, 0.5 * _ln2, 0.3465736 },
        { "Z 0.5", [2, 0, 1, 1], 2, BinaryEntropy(0.25) - 0.5 * _ln2, 0.2157615543 },
        { "4-ary symmetric 0.1", Symmetric(4, 27, 1), 4, Math.Log(4) - BinaryEntropy(0.1) - 0.1 * Math.Log(3), 0.9513502 },
        { "10-ary symmetric 0.1", Symmetric(10, 81, 1), 10, Math.Log(10) - BinaryEntropy(0.1) - 0.1 * Math.Log(9), 1.7577797 },
        { "10-ary symmetric 0.5", Symmetric(10, 9, 1), 10, Math.Log(10) - BinaryEntropy(0.5) - 0.5 * Math.Log(9), 0.5108256 },
        { "noisy typewriter 26", Circulant(26, 2), 26, Math.Log(13), 2.5649494 },
        { "AND, one input", [2, 0, 1, 1], 2, BinaryEntropy(0.25) - 0.5 * _ln2, 0.2157616 },
        { "AND, both inputs", [1, 0, 1, 0, 1, 0, 0, 1], 2, BinaryEntropy(0.25), 0.5623351 },
        { "XOR, one input", [1, 1, 1, 1], 2, 0, 0 },
        { "XOR, both inputs", [1, 0, 0, 1, 0, 1, 1, 0], 2, _ln2, 0.6931472 },
        // Noise of whole steps on a circle of whole steps: the density is constant within each cell, so the table is exact.
        { "circle, w = 0.5", Circulant(20, 10), 20, -Math.Log(0.5), 0.6931472 },
        { "circle, w = 0.1", Circulant(20, 2), 20, -Math.Log(0.1), 2.3025851 },
        { "circle, w = 0.01", Circulant(200, 2), 200, -Math.Log(0.01), 4.6051702 },
        // Y = X + U(0, 2) has a density that is constant between whole numbers.
        { "Gao mixture, m = 2", Mixture(2), 3, Math.Log(2) - _ln2 / 2, 0.3465736 },
        { "Gao mixture, m = 5", Mixture(5), 6, Math.Log(5) - 0.8 * _ln2, 1.0549202 },
        { "Gao mixture, m = 10", Mixture(10), 11, Math.Log(10) - 0.9 * _ln2, 1.6787526 },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public void PlugIn_ChannelFedAsCounts_IsTheTruth(string channel, long[] counts, int columns, double formula, double printed)
    {
        (Symbols x, Symbols y) = Feed(counts, columns);

        double nats = Estimators.ExactDiscrete().Estimate(x, y).Value.Nats;

        Assert.True(Math.Abs(nats - formula) <= Rounding, $"{channel}: {nats:R}, expected {formula:R}");
        Assert.Equal(printed, formula, Printed);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void JointDistribution_Channel_IsTheTruth(string channel, long[] counts, int columns, double formula, double printed)
    {
        JointDistribution joint = JointDistribution.FromTable([.. counts.Select(count => count / 400.0).Chunk(columns)]);

        // A few units in the last place of ln 26, the greatest entropy here but one.
        Assert.True(Math.Abs(joint.MutualInformation.Nats - formula) <= 4e-15, $"{channel}: {joint.MutualInformation.Nats:R}, expected {formula:R}");
        Assert.Equal(printed, joint.MutualInformation.Nats, Printed);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public void JointCounts_ChannelGivenAsTable_IsTheEstimateOfItsSamples(string channel, long[] counts, int columns, double formula, double printed)
    {
        (Symbols x, Symbols y) = Feed(counts, columns);

        double nats = JointCounts.FromTable([.. counts.Chunk(columns)]).Estimate().Value.Nats;

        Assert.Equal(Estimators.ExactDiscrete().Estimate(x, y).Value.Nats, nats);
        Assert.True(Math.Abs(nats - formula) <= Rounding, $"{channel}: {nats:R}, expected {formula:R}");
        Assert.Equal(printed, nats, Printed);
    }

    [Theory]
    [InlineData("AND")]
    [InlineData("XOR")]
    public void PlugIn_GateWithTheOtherInputKnown_HasTheConditionalInformation(string gate)
    {
        int[] first = [0, 0, 1, 1];
        int[] second = [0, 1, 0, 1];
        int[] output = gate == "AND" ? [0, 0, 0, 1] : [0, 1, 1, 0];
        Symbols x = Symbols.FromLabels(first);
        Symbols z = Symbols.FromLabels(second);
        Symbols y = Symbols.FromLabels(output);

        // I(X₁;Y|X₂) = I(X₁X₂;Y) − I(X₂;Y).
        Information conditional = Estimators.ExactDiscrete().Estimate(Symbols.Join(x, z), y).Value
            - Estimators.ExactDiscrete().Estimate(z, y).Value;

        Assert.Equal(gate == "AND" ? 0.5 * _ln2 : _ln2, conditional.Nats, Rounding);
    }

    [Fact]
    public void PlugIn_Xor_HasTotalCorrelationLn2()
    {
        Symbols x = Symbols.FromLabels([0, 0, 1, 1]);
        Symbols z = Symbols.FromLabels([0, 1, 0, 1]);
        Symbols y = Symbols.FromLabels([0, 1, 1, 0]);

        MutualInformationEstimate withBoth = Estimators.ExactDiscrete().Estimate(Symbols.Join(x, z), y);
        MutualInformationEstimate inputs = Estimators.ExactDiscrete().Estimate(x, z);

        Information totalCorrelation = inputs.EntropyX + inputs.EntropyY + withBoth.EntropyY - withBoth.JointEntropy;
        Assert.Equal(_ln2, totalCorrelation.Nats, Rounding);
    }

    private static double BinaryEntropy(double p) => -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);

    private static (Symbols X, Symbols Y) Feed(long[] counts, int columns)
    {
        long[,] table = new long[counts.Length / columns, columns];
        for (int i = 0; i < counts.Length; i++)
            table[i / columns, i % columns] = counts[i];
        (int[] x, int[] y) = Counting.Samples(table);
        return (Symbols.FromLabels(x), Symbols.FromLabels(y));
    }

    private static long[] Symmetric(int letters, long same, long other) =>
        [.. Enumerable.Range(0, letters * letters).Select(i => i / letters == i % letters ? same : other)];

    private static long[] Circulant(int letters, int reach) =>
        [.. Enumerable.Range(0, letters * letters).Select(i => (i % letters - i / letters + letters) % letters < reach ? 1L : 0)];

    private static long[] Mixture(int letters) =>
        [.. Enumerable.Range(0, letters * (letters + 1)).Select(i => i % (letters + 1) - i / (letters + 1) is 0 or 1 ? 1L : 0)];
}
