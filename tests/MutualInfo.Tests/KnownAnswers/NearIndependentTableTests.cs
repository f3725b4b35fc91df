using MutualInfo.Discrete;
using MutualInfo.Discrete.Primitives;
using MutualInfo.Reference;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.KnownAnswers;

/// <summary>
/// C7: tables so near to independence that a difference of entropies has few digits of their information, or none. Truths are Σ p ln p/(p·q) in
/// 60 digits by mpmath, of the same counts and of the exact values of the same doubles.
/// </summary>
public class NearIndependentTableTests
{
    // The bound asked for is 1e-8. The sum's is three units in the last place of a logarithm, over the least term it is taken for: 1e-13.
    private const double Relative = 1e-13;

    private const double Small = 1.0 / (1 << 27);

    private static readonly double[] _left = [0.1, 0.2, 0.3, 0.4];
    private static readonly double[] _right = [0.5, 0.25, 0.15, 0.1];

    public static TheoryData<string, long[,], double> Counts() => new()
    {
        // Two fair coins thrown 480 million times, each cell off by one: I = 1/2m² and a little, m = 1.2e8.
        { "coins", new[,] { { 120_000_001L, 119_999_999 }, { 119_999_999, 120_000_001 } }, 3.4722222222222222624e-17 },
        { "rectangle", Moved(Product([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 20), 2, 3, 6, 7), 3.8471922924977673123e-8 },
        { "checks", Filled(30, 40, (i, j) => 500L + ((i + j) % 2 == 0 ? 1 : -1)), 2.0000013333354666712e-6 },
        // Counts beyond 32 bits, whose products fill 90.
        { "large", Moved(Product([1, 2, 5], [2, 3, 4], 1_000_000_000_000), 0, 0, 2, 2), 6.2499999999995833333e-27 },
        { "few samples", new[,] { { 50_001L, 49_999 }, { 49_999, 50_001 } }, 2.0000000001333333334e-10 },
        { "small rectangle", Moved(Product([1, 2, 3, 4, 5], [2, 3, 4, 5], 100), 0, 0, 4, 1), 2.3799006495092551393e-7 },
        { "waves", Filled(4, 5, (i, j) => 9000L + i * j % 3 - 1), 1.2654648516020103046e-9 },
    };

    public static TheoryData<string, double[,], double> Probabilities() => new()
    {
        { "coins", new[,] { { 0.25 + Small, 0.25 - Small }, { 0.25 - Small, 0.25 + Small } }, 4.4408920985006268191e-16 },
        { "product", Filled(4, 4, (i, j) => _left[i] * _right[j] * (1 + 1e-8 * ((i % 2 == 0 ? 1 : -1) * (j % 2 == 0 ? 1 : -1)))), 4.3680000056407603396e-17 },
        // Independent but for the rounding of sixteen products, which is part of the table as it is given.
        { "rounded product", Filled(4, 4, (i, j) => _left[i] * _right[j]), 3.3703774026776621556e-34 },
        { "weights", Filled(7, 6, (i, j) => 1 + 1e-12 * (i * j % 3 - 1)), 1.0885382726750603744e-25 },
    };

    [Theory, MemberData(nameof(Counts))]
    public void JointCounts_NearIndependentTable_HasAllDigits(string table, long[,] counts, double truth) =>
        IsWithin(table, truth, JointCounts.FromTable(counts).Estimate().Value.Nats);

    [Theory, MemberData(nameof(Counts))]
    public void Estimate_NearIndependentSamples_HasAllDigits(string table, long[,] counts, double truth)
    {
        if (counts.Cast<long>().Sum() > 1_000_000)
            return;
        (int[] left, int[] right) = Counting.Samples(counts);
        Symbols x = Symbols.FromLabels(left);
        Symbols y = Symbols.FromLabels(right);

        MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(x, y);

        IsWithin(table, truth, estimate.Value.Nats);
        // What the sum replaces, so that the test would fail without it.
        double difference = (estimate.EntropyX + estimate.EntropyY - estimate.JointEntropy).Nats;
        Assert.True(Math.Abs(difference - truth) > 100 * Relative * truth, $"{table}: the difference of entropies is good enough, {difference:R}");
    }

    // One common symbol in each variable and many rare ones that never meet: too many cells to address, of which nearly all are empty. Truths
    // by mpmath: the common pair big times, rare symbols r times in each variable.
    // The first is above the share from which the difference of entropies is taken, with its eleven digits.
    [Theory]
    [InlineData(100_000, 700, 1e-11, 0.000047987944967320679642)]
    [InlineData(1_000_000, 2100, Relative, 4.3823557342812152627e-6)]
    public void Estimate_NearIndependentWideAlphabets_HasItsDigits(int common, int rare, double relative, double truth)
    {
        int[] x = [.. Enumerable.Repeat(0, common), .. Enumerable.Range(1, rare), .. Enumerable.Repeat(0, rare)];
        int[] y = [.. Enumerable.Repeat(0, common), .. Enumerable.Repeat(0, rare), .. Enumerable.Range(1, rare)];
        Symbols left = Symbols.FromLabels(x);
        Assert.False(DenseCells.AreFew((long)left.AlphabetSize * left.AlphabetSize, left.Count));

        IsWithin($"{common} and {rare}", truth, Estimators.ExactDiscrete().Estimate(left, Symbols.FromLabels(y)).Value.Nats, relative);
    }

    [Theory, MemberData(nameof(Probabilities))]
    public void JointDistribution_NearIndependentTable_HasAllDigits(string table, double[,] joint, double truth) =>
        IsWithin(table, truth, JointDistribution.FromTable(joint).MutualInformation.Nats);

    // S1, S2 and S3 where the sum over cells is at work: terms add up in one order, whatever the samples and symbols are called.
    [Fact]
    public void Estimate_NearIndependentSamples_DoNotDependOnOrderOrNames()
    {
        (int[] x, int[] y) = Counting.Samples(Moved(Product([1, 2, 3, 4, 5], [2, 3, 4, 5], 100), 0, 0, 4, 1));
        double expected = Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Value.Nats;
        for (int seed = 0; seed < 20; seed++)
        {
            int[] order = [.. Enumerable.Range(0, x.Length)];
            Random random = new(seed);
            random.Shuffle(order);
            int[] names = [.. Enumerable.Range(0, 10)];
            random.Shuffle(names);
            Symbols left = Symbols.FromLabels([.. order.Select(i => names[x[i]] * 1_000_003)]);
            Symbols right = Symbols.FromLabels([.. order.Select(i => names[y[i]] - 5)]);
            Law.SameBits($"I(X;Y), seed {seed}", expected, Estimators.ExactDiscrete().Estimate(left, right).Value.Nats);
            Law.SameBits($"I(Y;X), seed {seed}", expected, Estimators.ExactDiscrete().Estimate(right, left).Value.Nats);
        }
    }

    // Where both forms have their digits they must meet: the switch from one to the other is no step.
    [Fact]
    public void Estimate_AroundTheSwitch_IsTheSumOverCellsEitherWay()
    {
        for (int moved = 1; moved < 400; moved += 13)
        {
            long[,] counts = { { 1000 + moved, 1000 - moved }, { 1000 - moved, 1000 + moved } };
            (int[] x, int[] y) = Counting.Samples(counts);
            double d = moved / 1000.0;
            // ½·((1 + d)·ln(1 + d) + (1 − d)·ln(1 − d)), as d·atanh(d) + ½·ln(1 − d²).
            double truth = d * Math.Atanh(d) + 0.5 * Math.Log((1 - d) * (1 + d));
            Assert.Equal(truth, Estimators.ExactDiscrete().Estimate(Symbols.FromLabels(x), Symbols.FromLabels(y)).Value.Nats, 1e-15);
        }
    }

    private static void IsWithin(string table, double truth, double nats, double relative = Relative) =>
        Assert.True(Math.Abs(nats - truth) <= relative * truth, $"{table}: {nats:R} nats, expected {truth:R}; off by {(nats - truth) / truth:G2} of it");

    private static long[,] Product(long[] ofX, long[] ofY, long times) => Filled(ofX.Length, ofY.Length, (i, j) => times * ofX[i] * ofY[j]);

    /// <summary>One sample moved along each side of a rectangle of cells: the marginals stay.</summary>
    private static long[,] Moved(long[,] counts, int top, int left, int bottom, int right)
    {
        counts[top, left]++;
        counts[top, right]--;
        counts[bottom, left]--;
        counts[bottom, right]++;
        return counts;
    }

    private static T[,] Filled<T>(int rows, int columns, Func<int, int, T> cell)
    {
        T[,] table = new T[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                table[i, j] = cell(i, j);
        }

        return table;
    }
}
