using MutualInfo.Discrete;

namespace MutualInfo.Tests.Laws;

/// <summary>The laws that name exact joint tables (T): R1 to R4, S1, S3, S7 and C1 to C6.</summary>
public class JointDistributionLaws
{
    // R2, R3 and R4: 4 ε·H; R2 is exact.
    [Fact]
    public void FromTable_Information_LiesWithinItsBounds() => ForAll((table, _) =>
    {
        JointDistribution joint = JointDistribution.FromTable(table);
        double tolerance = 4 * Law.Epsilon * Math.Max(1, joint.JointEntropy.Nats);
        Assert.True(joint.MutualInformation.Nats >= 0);
        Law.AtMost("I(X;Y)", joint.MutualInformation.Nats, Math.Min(joint.EntropyX.Nats, joint.EntropyY.Nats), tolerance);
        Law.AtMost("max(H(X), H(Y))", Math.Max(joint.EntropyX.Nats, joint.EntropyY.Nats), joint.JointEntropy.Nats, tolerance);
        Law.AtMost("H(X,Y)", joint.JointEntropy.Nats, (joint.EntropyX + joint.EntropyY).Nats, tolerance);
        Law.AtMost("H(X)", joint.EntropyX.Nats, Math.Log(table.Length), tolerance);
        Law.AtMost("H(Y)", joint.EntropyY.Nats, Math.Log(table[0].Length), tolerance);
    });

    // R1, exact.
    [Fact]
    public void FromTable_ConstantVariable_HasNoEntropyAndNoInformation() => ForAll((table, _) =>
    {
        JointDistribution joint = JointDistribution.FromTable([table[0]]);
        Law.SameBits("H(X)", 0.0, joint.EntropyX.Nats);
        Law.SameBits("I(X;Y)", 0.0, joint.MutualInformation.Nats);
    });

    // S1 and S3, bits.
    [Fact]
    public void FromTable_SwappedAndRenamed_IsBitwiseEqual() => ForAll((table, random) =>
    {
        JointDistribution expected = JointDistribution.FromTable(table);
        int[] rows = Shuffled(random, table.Length);
        int[] columns = Shuffled(random, table[0].Length);
        JointDistribution swapped = JointDistribution.FromTable([.. columns.Select(column => rows.Select(row => table[row][column]).ToArray())]);
        Law.SameBits("I(X;Y)", expected.MutualInformation.Nats, swapped.MutualInformation.Nats);
        Law.SameBits("H(X)", expected.EntropyX.Nats, swapped.EntropyY.Nats);
        Law.SameBits("H(Y)", expected.EntropyY.Nats, swapped.EntropyX.Nats);
        Law.SameBits("H(X,Y)", expected.JointEntropy.Nats, swapped.JointEntropy.Nats);
    });

    // Weights need no sum: a power of two changes no bit, and the ends of the doubles' range are as good as its middle.
    [Theory, InlineData(-900), InlineData(-3), InlineData(1), InlineData(900)]
    public void FromTable_WeightsTimesAPowerOfTwo_IsBitwiseEqual(int exponent) => ForAll((table, _) =>
        Assert.Equal(JointDistribution.FromTable(table), JointDistribution.FromTable(Map(table, weight => Math.ScaleB(weight, exponent)))));

    // C1, 8 ε·H.
    [Fact]
    public void FromTable_Information_IsTheDifferenceOfItsEntropies() => ForAll((table, _) =>
    {
        JointDistribution joint = JointDistribution.FromTable(table);
        double tolerance = 8 * Law.Epsilon * Math.Max(1, joint.JointEntropy.Nats);
        Law.Near("H(X) + H(Y) − H(X,Y)", joint.MutualInformation.Nats, (joint.EntropyX + joint.EntropyY - joint.JointEntropy).Nats, tolerance);
        Law.Near("H(X) − H(X|Y)", joint.MutualInformation.Nats, (joint.EntropyX - joint.EntropyXGivenY).Nats, tolerance);
        Law.Near("H(Y) − H(Y|X)", joint.MutualInformation.Nats, (joint.EntropyY - joint.EntropyYGivenX).Nats, tolerance);
    });

    // C2, 4 ε·H.
    [Fact]
    public void FromTable_VariableWithItself_IsItsEntropy() => ForAll((table, _) =>
    {
        double[] shares = [.. table.SelectMany(row => row)];
        JointDistribution joint = JointDistribution.FromTable(
            [.. Enumerable.Range(0, shares.Length).Select(i => Enumerable.Range(0, shares.Length).Select(j => i == j ? shares[i] : 0).ToArray())]);
        Law.Near("I(X;X)", joint.EntropyX.Nats, joint.MutualInformation.Nats, 4 * Law.Epsilon * Math.Max(1, joint.EntropyX.Nats));
        Law.SameBits("H(X,X)", joint.EntropyX.Nats, joint.JointEntropy.Nats);
    });

    // C3, 4 ε·H.
    [Fact]
    public void FromTable_MergedRows_NeverTellMore() => ForAll((table, _) =>
    {
        double[][] merged = [.. table.Chunk(2).Select(pair => pair.Aggregate(new double[table[0].Length], Sum))];
        JointDistribution fine = JointDistribution.FromTable(table);
        Law.AtMost("I of the coarser", JointDistribution.FromTable(merged).MutualInformation.Nats, fine.MutualInformation.Nats, 4 * Law.Epsilon * Math.Max(1, fine.JointEntropy.Nats));
    });

    // C4, 8 ε·H: I(X;(Y,Z)) = I(X;Y) + Σ p(y)·I(X;Z|y), Z in two halves of each row's columns, and never below I(X;Y).
    [Fact]
    public void FromTable_PairOfVariables_ObeysTheChainRule() => ForAll((table, _) =>
    {
        int columns = table[0].Length;
        int halves = (columns + 1) / 2;
        JointDistribution whole = JointDistribution.FromTable(table);
        // Column 2y + z is the pair (y, z).
        JointDistribution ofY = JointDistribution.FromTable(
            [.. table.Select(row => Enumerable.Range(0, halves).Select(y => row[2 * y] + (2 * y + 1 < columns ? row[2 * y + 1] : 0)).ToArray())]);
        double total = table.Sum(row => row.Sum());
        double rest = 0;
        for (int y = 0; y < halves; y++)
        {
            double[][] given = [.. table.Select(row => row[(2 * y)..Math.Min(2 * y + 2, columns)])];
            double share = given.Sum(row => row.Sum()) / total;
            if (share > 0)
                rest += share * JointDistribution.FromTable(given).MutualInformation.Nats;
        }

        double tolerance = 8 * Law.Epsilon * Math.Max(1, whole.JointEntropy.Nats);
        Law.Near("I(X;Y) + I(X;Z|Y)", whole.MutualInformation.Nats, ofY.MutualInformation.Nats + rest, tolerance);
        Law.AtMost("I(X;Y)", ofY.MutualInformation.Nats, whole.MutualInformation.Nats, tolerance);
    });

    // C5, 8 ε·H. The products are rounded, each by half a unit, and that much dependence is all there is: squares of 1e-16.
    [Fact]
    public void FromTable_Product_IsIndependent() => ForAll((table, _) =>
    {
        double[] ofY = [.. table[^1].Select(weight => weight + 0.01)];
        JointDistribution joint = JointDistribution.FromTable([.. table.Select(row => ofY.Select(weight => weight * row.Sum()).ToArray())]);
        Law.AtMost("I(X;Y)", joint.MutualInformation.Nats, 1e-31, 0);
        Law.Near("H(X,Y)", (joint.EntropyX + joint.EntropyY).Nats, joint.JointEntropy.Nats, 8 * Law.Epsilon * Math.Max(1, joint.JointEntropy.Nats));
    });

    // C6, 1e-14: the entropy of a table is that of its rows and what is left within them.
    [Fact]
    public void FromTable_Entropy_HasTheGroupingProperty() => ForAll((table, _) =>
    {
        JointDistribution joint = JointDistribution.FromTable(table);
        double total = table.Sum(row => row.Sum());
        double within = table.Where(row => row.Sum() > 0).Sum(row => row.Sum() / total * JointDistribution.FromTable([row]).EntropyY.Nats);
        Law.Near("H(X) + Σ p(x)·H(Y|x)", joint.JointEntropy.Nats, joint.EntropyX.Nats + within, 1e-14 * Math.Max(1, joint.JointEntropy.Nats));
    });

    // C6, 1e-14: information is concave in the input of a channel and convex in the channel.
    [Fact]
    public void FromTable_Mixtures_AreConcaveInTheInputAndConvexInTheChannel() => ForAll((table, random) =>
    {
        double[][] channel = Rows(table, random);
        double[][] other = Rows(Map(table, _ => random.NextDouble()), random);
        double[] input = Normalised([.. table.Select(_ => random.NextDouble() + 0.01)]);
        double[] otherInput = Normalised([.. table.Select(_ => random.NextDouble() + 0.01)]);
        double mixed = Nats(Mean(input, otherInput), channel);
        Law.AtMost("mean over inputs", (Nats(input, channel) + Nats(otherInput, channel)) / 2, mixed, 1e-14);
        double mixedChannel = Nats(input, [.. channel.Zip(other, Mean)]);
        Law.AtMost("information of the mean channel", mixedChannel, (Nats(input, channel) + Nats(input, other)) / 2, 1e-14);
    });

    private static double Nats(double[] input, double[][] channel) =>
        JointDistribution.FromTable([.. channel.Zip(input, (row, share) => row.Select(weight => weight * share).ToArray())]).MutualInformation.Nats;

    private static double[][] Rows(double[][] table, Random random) =>
        [.. table.Select(row => Normalised([.. row.Select(weight => weight + 0.01 * random.NextDouble())]))];

    private static double[] Normalised(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];

    private static double[] Mean(double[] left, double[] right) => [.. left.Zip(right, (one, other) => (one + other) / 2)];

    private static double[] Sum(double[] left, double[] right) => [.. left.Zip(right, (one, other) => one + other)];

    private static double[][] Map(double[][] table, Func<double, double> map) => [.. table.Select(row => row.Select(map).ToArray())];

    private static int[] Shuffled(Random random, int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return order;
    }

    /// <summary>Tables of 1 to 9 rows and columns: even, spread over many magnitudes, and with cells of 0.</summary>
    private static void ForAll(Action<double[][], Random> law)
    {
        foreach (int seed in Seeds.All)
        {
            foreach (string kind in (string[])["even", "spread", "sparse"])
            {
                Random random = new(seed * 5003 + kind.Length);
                int columns = random.Next(1, 10);
                double[][] table = [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => Enumerable.Range(0, columns).Select(_ => Weight(kind, random)).ToArray())];
                table[0][0] = 1;
                try
                {
                    law(table, random);
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    throw new Xunit.Sdk.XunitException($"{kind} table of {table.Length} × {columns} (MUTUALINFO_SEED={seed} replays it): {failure.Message}", failure);
                }
            }
        }
    }

    private static double Weight(string kind, Random random) => kind switch
    {
        "even" => random.NextDouble() + 0.01,
        "spread" => Math.Pow(10, -12 * random.NextDouble()),
        _ => random.Next(3) == 0 ? random.NextDouble() : 0,
    };
}
