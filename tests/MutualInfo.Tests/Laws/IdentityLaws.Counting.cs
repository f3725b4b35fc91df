using MutualInfo.Discrete;

namespace MutualInfo.Tests.Laws;

// Identities of counts.
public partial class IdentityLaws
{
    public static TheoryData<string> Counting => Specimens.Promising(Promises.Counting);

    public static TheoryData<string> Shannon => Specimens.Promising(Promises.Shannon);

    // C1, 8 ε·H: the other formula, from the counts themselves. A correction is no part of it.
    [Theory, MemberData(nameof(Shannon))]
    public void Estimate_Value_IsTheSumOverCells(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        (Symbols x, Symbols y) = (Encode(estimator, data.X), Encode(estimator, data.Y));
        MutualInformationEstimate estimate = estimator.Estimate(data);
        Law.Near("Σ p ln(p / px·py)", SumOverCells(x, y), estimate.Value.Nats, 8 * Law.Epsilon * Math.Max(1, estimate.JointEntropy.Nats));
    });

    // C2, 4 ε·H.
    [Theory, MemberData(nameof(Counting))]
    public void Estimate_VariableWithItself_IsItsEntropy(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        MutualInformationEstimate estimate = estimator.Estimate(data with { Y = data.X });
        Law.Near("I(X;X)", estimate.EntropyX.Nats, estimate.Value.Nats, 4 * Law.Epsilon * Math.Max(1, estimate.EntropyX.Nats));
    });

    // C2, 4 ε·H: a function of the symbols tells nothing that they do not.
    [Theory, MemberData(nameof(Counting))]
    public void Estimate_VariableWithItsFunction_IsTheEntropyOfTheFunction(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        Symbols x = Encode(estimator, data.X);
        MutualInformationEstimate estimate = estimator.Estimate(x, Merged(x));
        Law.Near("I(X;f(X))", estimate.EntropyY.Nats, estimate.Value.Nats, 4 * Law.Epsilon * Math.Max(1, estimate.EntropyX.Nats));
    });

    // C3, 4 ε·H.
    [Theory, MemberData(nameof(Shannon))]
    public void Estimate_MergedSymbols_NeverTellMore(string name) => Law.ForAll(name, DataSets.For, (estimator, data, _) =>
    {
        (Symbols x, Symbols y) = (Encode(estimator, data.X), Encode(estimator, data.Y));
        NeverMore(estimator.Estimate(Merged(x), y), estimator.Estimate(x, y));
    });

    // C3, 4 ε·H: B bins are unions of 2B bins where the edges nest. Equal-frequency bins nest where 2B divides the values.
    [Theory, InlineData(1), InlineData(2), InlineData(5), InlineData(16), InlineData(30)]
    public void Estimate_CoarserNestedBins_NeverTellMore(int bins) => Law.ForAll(DataSets.LayersAndLabels, data =>
    {
        List<(IDiscretizer Coarse, IDiscretizer Fine)> nested =
        [
            (new EqualWidthBins(bins, BinRange.PerLayer), new EqualWidthBins(2 * bins, BinRange.PerLayer)),
            (new EqualWidthBins(bins, BinRange.PerNeuron), new EqualWidthBins(2 * bins, BinRange.PerNeuron)),
            (new EqualWidthBins(bins, BinRange.Given(-1, 3)), new EqualWidthBins(2 * bins, BinRange.Given(-1, 3))),
            (new ShwartzZivTishbyBins(bins + 1), new ShwartzZivTishbyBins(2 * bins + 1)),
            (new EntropyBasedAdaptiveBins(bins), new EntropyBasedAdaptiveBins(2 * bins)),
        ];
        if (data.X.Values.Length % (2 * bins) == 0)
            nested.Add((new EqualFrequencyBins(bins), new EqualFrequencyBins(2 * bins)));
        foreach ((IDiscretizer coarse, IDiscretizer fine) in nested)
            NeverMore(new DiscreteEstimator(coarse).Estimate(data), new DiscreteEstimator(fine).Estimate(data));
    });

    // C5, 8 ε·H: every pair once, so the variables are independent and entropies add.
    [Fact]
    public void Estimate_FullFactorialData_IsAdditive() => Law.ForAll(ProductTables, data =>
    {
        MutualInformationEstimate estimate = Estimators.ExactDiscrete().Estimate(data);
        double tolerance = 8 * Law.Epsilon * Math.Max(1, estimate.JointEntropy.Nats);
        Law.Near("H(X,Y)", estimate.EntropyX.Nats + estimate.EntropyY.Nats, estimate.JointEntropy.Nats, tolerance);
        Law.Near("I(X;Y)", 0, estimate.Value.Nats, tolerance);
    });

    // C5, 8 ε·H: two independent channels used side by side.
    [Fact]
    public void Estimate_ProductOfTwoTables_IsTheSumOfTheirInformation() => Law.ForAll(DataSets.Tables, first =>
    {
        Observations second = DataSets.Tables(first.Seed + 1000).First();
        int n = first.Count;
        int[] left = [.. Enumerable.Range(0, n * second.Count).Select(i => i % n)];
        int[] right = [.. Enumerable.Range(0, n * second.Count).Select(i => i / n)];
        Symbols x = Symbols.Join(first.X.Rows(left).Symbols, second.X.Rows(right).Symbols);
        Symbols y = Symbols.Join(first.Y.Rows(left).Symbols, second.Y.Rows(right).Symbols);
        MutualInformationEstimate joint = Estimators.ExactDiscrete().Estimate(x, y);
        double sum = Estimators.ExactDiscrete().Estimate(first).Value.Nats + Estimators.ExactDiscrete().Estimate(second).Value.Nats;
        Law.Near("I((A,C);(B,D))", sum, joint.Value.Nats, 8 * Law.Epsilon * Math.Max(1, joint.JointEntropy.Nats));
    });

    // C5, 8 ε·H, closed forms: gates and an adder of two fair bits, and a binary symmetric channel with p = ¼ as exact counts.
    [Fact]
    public void Estimate_GatesAdderAndChannel_AreExact()
    {
        Symbols a = Symbols.FromLabels([0, 0, 1, 1]);
        Symbols b = Symbols.FromLabels([0, 1, 0, 1]);
        Symbols both = Symbols.Join(a, b);
        Symbols xor = Symbols.FromLabels([0, 1, 1, 0]);
        Symbols and = Symbols.FromLabels([0, 0, 0, 1]);
        Symbols sum = Symbols.FromLabels([0, 1, 1, 2]);
        double quarter = 2 * Math.Log(2) - 0.75 * Math.Log(3);
        Exactly(0, a, xor);
        Exactly(Math.Log(2), both, xor);
        Exactly(quarter - 0.5 * Math.Log(2), a, and);
        Exactly(quarter, both, and);
        Exactly(1.5 * Math.Log(2), both, sum);
        Exactly(0.5 * Math.Log(2), a, sum);
        Exactly(
            Math.Log(2) - quarter, Symbols.FromLabels([0, 0, 0, 0, 1, 1, 1, 1]), Symbols.FromLabels([0, 0, 0, 1, 0, 1, 1, 1]));

        static void Exactly(double nats, Symbols x, Symbols y) =>
            Law.Near("I(X;Y)", nats, Estimators.ExactDiscrete().Estimate(x, y).Value.Nats, 8 * Law.Epsilon * Math.Log(4));
    }

    private static IEnumerable<Observations> ProductTables(int seed)
    {
        Random random = new(seed);
        int[] x = [.. Enumerable.Range(0, random.Next(2, 9)).SelectMany(label => Enumerable.Repeat(label, random.Next(1, 5)))];
        int[] y = [.. Enumerable.Range(0, random.Next(2, 9)).SelectMany(label => Enumerable.Repeat(label, random.Next(1, 5)))];
        yield return new Observations(
            "product table",
            seed,
            Variable.Labels([.. x.SelectMany(left => y.Select(_ => (long)left))]),
            Variable.Labels([.. x.SelectMany(_ => y.Select(right => (long)right))]));
    }

    private static Symbols Encode(IMutualInformationEstimator estimator, Variable variable) =>
        variable.IsLayer ? ((DiscreteEstimator)estimator).Discretizer.Encode(variable.Samples) : variable.Symbols;

    private static Symbols Merged(Symbols symbols)
    {
        int[] codes = symbols.Codes.ToArray();
        return Symbols.FromLabels([.. codes.Select(code => code / 2)]);
    }

    private static void NeverMore(MutualInformationEstimate coarse, MutualInformationEstimate fine)
    {
        double tolerance = 4 * Law.Epsilon * Math.Max(1, fine.JointEntropy.Nats);
        Law.AtMost("H of the coarser", coarse.EntropyX.Nats, fine.EntropyX.Nats, tolerance);
        Law.AtMost("I of the coarser", coarse.Value.Nats, fine.Value.Nats, tolerance);
    }

    // In decimal: its 28 digits leave only the rounding of the logarithms.
    private static double SumOverCells(Symbols x, Symbols y)
    {
        Dictionary<(int X, int Y), int> cells = [];
        for (int i = 0; i < x.Count; i++)
            cells[(x.Codes[i], y.Codes[i])] = cells.GetValueOrDefault((x.Codes[i], y.Codes[i])) + 1;
        decimal sum = 0;
        foreach (((int left, int right), int count) in cells)
        {
            double ratio = (double)((long)count * x.Count) / ((long)x.Histogram[left] * y.Histogram[right]);
            sum += count * (decimal)Math.Log(ratio);
        }

        return (double)(sum / x.Count);
    }
}
