using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Multivariate;
using MutualInfo.Tests.Guards;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Multivariate;

/// <summary>What the set of variables refuses, what it says, and what it measures only once.</summary>
public class JointVariablesTests
{
    private static readonly double[] _numbers = [0.5, -0.25, 1, 0.75, 0.125, 2, -3, 0.0625];

    public static TheoryData<string> Families => ["EW per layer", "MM exact rows", "KD fixed upper", "RE 1.01 Scott", "RE 2 Scott"];

    [Theory, MemberData(nameof(Families))]
    public void Add_WhatIsNoVariable_IsRefusedByName(string family)
    {
        JointVariables set = Make(family).Add("T", Symbols.Distinct(8));
        Refusal.Null("name", () => set.Add(null!, Symbols.Distinct(8)));
        Refusal.Argument("name", () => set.Add(" ", Symbols.Distinct(8)));
        Refusal.Argument("name", () => set.Add("T", Symbols.Distinct(8)), "name is 'T', which another variable has");
        Refusal.Null("symbols", () => set.Add("Y", null!));
        Refusal.Argument("symbols", () => set.Add("Y", Symbols.Distinct(0)), "symbols has no samples");
        Refusal.Argument("symbols", () => set.Add("Y", Symbols.Distinct(7)), "Y has 7 samples and T has 8; they must be observations of the same events.");
        Refusal.Argument("samples", () => set.Add("Y", Samples.FromScalars<double>(_numbers.AsSpan(1))), "Y has 7 samples and T has 8");
        Refusal.Argument("samples", () => set.Add("Y", Samples.FromScalars<double>([])), "samples has no samples");
        Refusal.Argument("samples", () => set.AddColumns("Y", Samples.FromMatrix(new double[8, 0])), "samples has no dimensions");
        double[] broken = [1, 2, 3, 4, 5, double.NaN, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        Refusal.Argument("samples", () => set.Add("Y", Samples.FromRows<double>(broken, 2)), "Y[2][1] is NaN. Drop that sample");
        Refusal.Argument("samples", () => set.AddColumns("Y", Samples.FromRows<double>(broken, 2)), "samples[2][1] is NaN. Drop that sample");
        broken[5] = double.PositiveInfinity;
        if (family is not "MM exact rows")
        {
            Refusal.Argument("samples", () => set.Add("Y", Samples.FromRows<double>(broken, 2)), "Y[2][1] is Infinity");
            Refusal.Argument("samples", () => set.AddColumns("Y", Samples.FromRows<double>(broken, 2)), "Y.1[2][0] is Infinity");
        }

        // What was refused has left nothing behind.
        Assert.Equal(["T"], set.Names);
        set.AddColumns("Y", Samples.FromRows<double>(Seeded.Normal(new Random(3), 16), 2));
        Assert.Equal(["T", "Y.0", "Y.1"], set.Names);
        Refusal.Argument("name", () => set.AddColumns("Y", Samples.FromScalars<double>(_numbers)), "name is 'Y.0'");
    }

    [Fact]
    public void Quantities_OfWhatIsNotThere_AreRefused()
    {
        JointVariables none = Estimators.ExactDiscrete().Observe();
        Assert.Equal(0, none.SampleCount);
        Refusal.Argument("variables", () => none.TotalCorrelation(), "variables are 0; at least 1");
        Refusal.Argument("variables", () => none.Entropy("T"), "variables names 'T', which was not added; the variables are none.");
        JointVariables set = Make("EW per layer").Add("T", Symbols.Distinct(8)).Add("Y", Symbols.Distinct(8));
        Refusal.Argument("y", () => set.MutualInformation("T", "y"), "y names 'y', which was not added; the variables are T, Y.");
        Refusal.Argument("y", () => set.MutualInformation("T", "T"), "y names 'T', which was named before", "add it twice");
        Refusal.Argument("given", () => set.ConditionalMutualInformation(["T"], ["Y"], ["Y"]), "given names 'Y', which was named before");
        Refusal.Argument("given", () => set.ConditionalMutualInformation(["T"], ["Y"], []), "given names no variable");
        Refusal.Null("x", () => set.MutualInformation(null!, ["Y"]));
        Refusal.Null("x", () => set.MutualInformation((string)null!, "Y"));
        Refusal.Argument("variables", () => set.TotalCorrelation("T", "T"), "named before");
        Refusal.Argument("variables", () => set.InteractionInformation("T"), "variables are 1; at least 2");
        for (int more = 0; more < 9; more++)
            set.Add($"more {more}", Symbols.Distinct(8));
        Refusal.Argument("variables", () => set.InteractionInformation(), "variables are 11", "at most 10");
    }

    [Fact]
    public void Add_OneSampleWhereTwoAreNeeded_NamesTheVariable()
    {
        Refusal.Argument("symbols", () => Make("MM exact rows").Add("Y", Symbols.Distinct(1)), "Y has 1 sample(s); the Miller-Madow entropy needs at least 2.");
        Refusal.Argument("samples", () => Make("KD fixed upper").Add("T", Samples.FromScalars([0.5])), "T has 1 sample(s); kernel density needs at least 2.");
    }

    [Fact]
    public void Observe_OfEveryFamily_KeepsEstimatorAndOptions()
    {
        MatrixRenyiEstimator estimator = Estimators.MatrixRenyi(2);
        CountingBackend backend = new();
        JointVariables set = estimator.Observe(new EstimationOptions { Backend = backend }).Add("T", Samples.FromScalars<double>(_numbers)).Add("Y", Symbols.Distinct(8));
        Assert.Same(estimator, set.Estimator);
        Assert.Equal("counting", set.MutualInformation("T", "Y").Diagnostics.Backend);
        Assert.Equal("CPU", Make("EW given").Add("T", Symbols.Distinct(3)).TotalCorrelation().Diagnostics.Backend);
    }

    // Four variables have fifteen entropies, whatever is asked and how often.
    [Fact]
    public void Quantities_AskedAgain_MeasureNothingAgain()
    {
        CountingBackend backend = new();
        JointVariables set = Estimators.MatrixRenyi().Observe(new EstimationOptions { Backend = backend }).AddColumns("unit", Samples.FromRows<double>(_numbers.AsSpan(), 4));
        Assert.Equal(5, set.TotalCorrelation().Diagnostics.EntropiesMeasured);
        // All that pended went over in one call.
        Assert.Equal([5], backend.Calls);
        Assert.Equal(4, set.DualTotalCorrelation().Diagnostics.EntropiesMeasured);
        Assert.Equal(6, set.InteractionInformation().Diagnostics.EntropiesMeasured);
        MultivariateEstimate again = set.ConditionalMutualInformation(["unit.0"], ["unit.3"], ["unit.1", "unit.2"]);
        Assert.Equal(0, again.Diagnostics.EntropiesMeasured);
        Law.SameBits("H", again.JointEntropy.Nats, set.Entropy().Nats);
        Assert.Equal([5, 4, 6], backend.Calls);
    }

    [Fact]
    public void Estimate_Parts_AddUpToItsValue()
    {
        JointVariables set = Estimators.Binning(4, -1, 1).Observe()
            .Add("T", Samples.FromScalars<double>(_numbers)).Add("Y", Symbols.FromLabels([0, 0, 1, 1, 0, 1, 0, 1])).Add("Z", Symbols.FromLabels([0, 1, 1, 0, 2, 2, 2, 0]));
        MultivariateEstimate estimate = set.ConditionalMutualInformation("T", "Y", "Z");
        Assert.Equal("I(T;Y|Z)", estimate.Quantity);
        Assert.Equal([("T,Z", 1), ("Y,Z", 1), ("Z", -1), ("T,Y,Z", -1)], estimate.Terms.Select(term => (string.Join(",", term.Variables), term.Coefficient)));
        Law.Near("the sum", estimate.Terms.Sum(term => term.Coefficient * term.Entropy.Nats), estimate.Value.Nats, 8 * Law.Epsilon * 3);
        Assert.Null(estimate.Normalised);
        Assert.Equal(8, estimate.SampleCount);
        Assert.Equal([2L, 0, 0], estimate.Diagnostics.Variables.Select(variable => variable.ValuesOutsideRange));
        Assert.Equal([4, 2, 3], estimate.Diagnostics.Variables.Select(variable => variable.AlphabetSize));
        Assert.Equal(estimate.Terms[3].Entropy, estimate.JointEntropy);
        Law.Near("saturation", estimate.JointEntropy.Nats / Math.Log(8), estimate.Saturation, 0);
        Assert.Equal(6, set.TotalCorrelation("Y", "Z").Diagnostics.JointAlphabetSize);
        Assert.Equal("+H(T,Z) = 2.7500 bits", estimate.Terms[0].ToString());
        Assert.StartsWith("I(T;Y|Z) = ", estimate.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", joint entropy 3.0000 bits, n = 8, saturation 1.00, 4 equal-width bins [-1, 1]", estimate.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 values outside the range", estimate.Diagnostics.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Quantity_OfManyVariables_NamesAFew()
    {
        JointVariables set = Estimators.ExactDiscrete().Observe().AddColumns("unit", Samples.FromRows<float>(new float[40], 20));
        MultivariateEstimate estimate = set.TotalCorrelation();
        Assert.Equal("total correlation of (unit.0, unit.1, unit.2, unit.3, unit.4, unit.5, …, unit.19: 20 variables)", estimate.Quantity);
        // Constants: nothing varies, so nothing is a share of anything.
        Law.SameBits("TC", 0, estimate.Value.Nats);
        Assert.Null(estimate.Normalised);
        Assert.Equal("dual total correlation of (unit.3)", set.DualTotalCorrelation("unit.3").Quantity);
        Law.SameBits("DTC of one", 0, set.DualTotalCorrelation("unit.3").Value.Nats);
    }

    [Fact]
    public void Correlations_OfOneVariable_AreZero()
    {
        JointVariables set = Make("RE 1.01 Scott").Add("T", Samples.FromScalars<double>(_numbers));
        Law.SameBits("TC", 0, set.TotalCorrelation().Value.Nats);
        Law.SameBits("DTC", 0, set.DualTotalCorrelation().Value.Nats);
        Assert.Null(set.TotalCorrelation().Normalised);
    }

    [Fact]
    public void Joints_ThatTellAllSamplesApart_AreSaturated()
    {
        JointVariables set = Estimators.Binning(30).Observe().AddColumns("unit", Samples.FromRows<double>(Seeded.Normal(new Random(1), 50 * 12), 12));
        MultivariateEstimate estimate = set.TotalCorrelation();
        Law.Near("saturation", 1, estimate.Saturation, Law.Epsilon);
        Assert.Equal(1.0, estimate.Diagnostics.SingletonShare);
        Assert.Equal(50, estimate.Diagnostics.JointAlphabetSize);
    }

    // Corrected entropies keep their sign.
    [Fact]
    public void ConditionalMutualInformation_Corrected_MayBeNegative()
    {
        DiscreteEstimator corrected = Estimators.ExactDiscrete() with { Entropy = new MillerMadow() };
        Random random = new(5);
        JointVariables set = corrected.Observe();
        foreach (string name in (string[])["x", "y", "z"])
            set.Add(name, Symbols.FromLabels(Seeded.Labels(random, 4000, 2)));
        Assert.True(set.ConditionalMutualInformation("x", "y", "z").Value.Nats < 0);
    }

    [Theory, MemberData(nameof(Families))]
    public void Quantities_CancelledBeforehand_ThrowAndLeaveTheSetAsItWas(string family)
    {
        Observations data = DataSets.Related(1, 60, 3);
        using CancellationTokenSource source = new();
        IMultivariateEstimator estimator = (IMultivariateEstimator)Specimens.Named(family).For(data);
        JointVariables set = estimator.Observe(new EstimationOptions { CancellationToken = source.Token, Progress = new Listener(_ => source.Cancel()) });
        set.Add("X", data.X.Samples).Add("Y", data.Y.Samples).AddColumns("unit", data.X.Samples);
        OperationCanceledException stopped = Assert.ThrowsAny<OperationCanceledException>(() => set.DualTotalCorrelation());
        Assert.Equal(source.Token, stopped.CancellationToken);
        Assert.ThrowsAny<OperationCanceledException>(() => set.Add("more", data.X.Samples));
        Assert.Equal(5, set.Names.Count);
    }

    [Theory, MemberData(nameof(Families))]
    public void Progress_OfAQuantity_RisesToOne(string family)
    {
        Observations data = DataSets.Related(1, 60, 3);
        List<double> heard = [];
        IMultivariateEstimator estimator = (IMultivariateEstimator)Specimens.Named(family).For(data);
        JointVariables set = estimator.Observe(new EstimationOptions { MaxDegreeOfParallelism = 1, Progress = new Listener(heard.Add) }).AddColumns("unit", data.X.Samples);
        set.DualTotalCorrelation();
        Assert.Equal(1.0, heard[^1]);
        Assert.Equal(heard.Order(), heard);
        Assert.InRange(heard[0], 0, 1);
    }

    private static JointVariables Make(string family) =>
        ((IMultivariateEstimator)Specimens.Named(family).For(new Observations("guards", 0, Variable.Layer(_numbers, 1), Variable.Distinct(8)))).Observe();

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }

    /// <summary>The CPU, with a list of how many spectra each call asked for.</summary>
    private sealed class CountingBackend : IComputeBackend
    {
        public List<int> Calls { get; } = [];

        public string Name => "counting";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options) => CpuBackend.Shared.RowSums(similarity, destination, options);

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) => throw new NotSupportedException("One after another.");

        public IReadOnlyList<double[]> Spectra(IReadOnlyList<Similarity> similarities, EstimationOptions options)
        {
            Calls.Add(similarities.Count);
            return CpuBackend.Shared.Spectra(similarities, options);
        }
    }
}
