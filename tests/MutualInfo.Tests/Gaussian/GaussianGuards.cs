using MutualInfo.Gaussian;
using MutualInfo.Recording;
using MutualInfo.Tests.Guards;
using MutualInfo.Tests.Laws;
using static MutualInfo.Tests.Gaussian.GaussianData;

namespace MutualInfo.Tests.Gaussian;

/// <summary>What the Gaussian family refuses, what it calls infinite, and what its estimates say of themselves.</summary>
public class GaussianGuards
{
    private static readonly double[] _numbers = [0.5, -0.25, 1, 0.75, 0.125, 2, -3, 0.0625];

    public static TheoryData<int> Indices => GaussianData.Indices;

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_Labels_ThrowsWithAdvice(int index)
    {
        IMutualInformationEstimator estimator = All[index];
        const string Tells = "is labels, which have no covariance";
        Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(8), Symbols.Distinct(8)), "x " + Tells, "Estimators.ExactDiscrete()");
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Symbols.Distinct(8)), "y " + Tells, "Estimators.KernelDensity()");
        Refusal.Argument("x", () => estimator.Estimate(Symbols.Distinct(8), Samples.FromScalars<double>(_numbers)), "x " + Tells);
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_NullEmptyOrOtherCounts_Throws(int index)
    {
        IMutualInformationEstimator estimator = All[index];
        Refusal.Null("x", () => estimator.Estimate(null!, Symbols.Distinct(8)));
        Refusal.Null("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), null!));
        Refusal.Argument("y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>([])), "y has no samples");
        Refusal.Argument(
            "y", () => estimator.Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(_numbers.AsSpan(1))), "x has 8 samples and y has 7");
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_NotFinite_ThrowsNamingRowAndColumn(int index)
    {
        double[] broken = [1, 2, 3, 4, 5, double.NaN, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        Refusal.Argument("y", () => All[index].Estimate(Samples.FromScalars<double>(_numbers), Samples.FromRows<double>(broken, 2)), "y[2][1] is NaN");
        broken[5] = double.NegativeInfinity;
        Refusal.Argument("x", () => All[index].Estimate(Samples.FromRows<double>(broken, 2), Samples.FromScalars<double>(_numbers)), "x[2][1] is -Infinity");
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_TooFewSamples_ThrowsWithAllThreeNumbers(int index)
    {
        double[] x = Seeded.Normal(new Random(1), 8);
        Refusal.Argument(
            "x", () => All[index].Estimate(Samples.FromRows<double>(x, 4), Samples.FromScalars<double>(x.AsSpan(0, 2))), "x has 2 sample(s) of dimension 4");
        Refusal.Argument(
            "x", () => All[index].Estimate(Samples.FromRows<double>(x, 2), Samples.FromRows<double>(x, 2)), "x and y have 4 samples of 2 + 2 dimensions");
        Assert.True(double.IsFinite(All[index].Estimate(Samples.FromScalars(x.AsSpan(0, 3).ToArray()), Samples.FromScalars(x.AsSpan(5).ToArray())).Value.Nats));
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_ConstantColumn_ThrowsNamingIt(int index)
    {
        Refusal.Argument(
            "y", () => All[index].Estimate(Samples.FromScalars<double>(_numbers), FromColumns(_numbers, [.. Enumerable.Repeat(0.3, 8)])),
            "Dimension 1 of y is ", "in every sample; a constant has no covariance. Leave it out.");
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_DuplicateColumn_ThrowsNamingIt(int index) => Refusal.Argument(
        "x",
        () => All[index].Estimate(FromColumns(_numbers, [.. _numbers.Select(value => value * value)], _numbers), Samples.FromScalars<double>(Seeded.Normal(new Random(2), 8))),
        "Dimension 2 of x is a linear function of the dimensions before it");

    // C12: a singular covariance of x and y together is not one of either, and infinite information is what it means.
    [Theory, MemberData(nameof(Indices))]
    public void Estimate_LinearFunctionOfTheOther_IsInfinite(int index)
    {
        double[] a = Seeded.Normal(new Random(3), 1000), b = Seeded.Normal(new Random(4), 1000);
        MutualInformationEstimate estimate = All[index].Estimate(FromColumns(a, b), FromColumns([.. a.Select(value => (3 * value) - 7)]));
        Assert.Equal(double.PositiveInfinity, estimate.Value.Nats);
        Assert.Equal(double.NegativeInfinity, estimate.JointEntropy.Nats);
        Assert.True(double.IsFinite(estimate.EntropyX.Nats));
    }

    [Fact]
    public void Estimate_MixtureOfTheOthersColumns_IsInfinite()
    {
        double[] a = Seeded.Normal(new Random(3), 1000), b = Seeded.Normal(new Random(4), 1000);
        Assert.Equal(double.PositiveInfinity, Estimators.Gaussian().Estimate(FromColumns(a, b), FromColumns([.. a.Zip(b, (x, y) => (0.3 * x) - (7 * y) + 1)])).Value.Nats);
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_HugeAndTinyNumbers_IsThatOfOrdinaryOnes(int index)
    {
        double[] y = Seeded.Normal(new Random(5), 8);
        double ordinary = All[index].Estimate(Samples.FromScalars<double>(_numbers), Samples.FromScalars<double>(y)).Value.Nats;
        foreach (double scale in (double[])[1e155, 1e200, 1e307, 1e-160, 1e-300])
        {
            double[] x = [.. _numbers.Select(number => number * scale)];
            Law.Near("I", ordinary, All[index].Estimate(Samples.FromScalars<double>(x), Samples.FromScalars<double>(y)).Value.Nats, 1e-12);
        }

        // 13 bits are left of a number of 1e-320.
        double[] denormal = [.. _numbers.Select(number => number * 1e-319)];
        Law.Near("I", ordinary, All[index].Estimate(Samples.FromScalars<double>(denormal), Samples.FromScalars<double>(y)).Value.Nats, 1e-3);
    }

    [Fact]
    public void Correction_NotOneOfItsNames_Throws()
    {
        Refusal.OutOfRange("correction", () => _ = Estimators.Gaussian() with { Correction = (GaussianCorrection)7 }, "None or Analytic");
        Refusal.OutOfRange("correction", () => _ = Estimators.GaussianCopula() with { Correction = (GaussianCorrection)(-1) }, "None or Analytic");
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_Entropies_AreDifferentialAndWithoutSaturation(int index)
    {
        MutualInformationEstimate estimate = All[index].Estimate(DataSets.Related(1, 40, 3));
        Assert.Equal(EntropyKind.Differential, estimate.EntropyKind);
        Assert.True(double.IsNaN(estimate.SaturationX) && double.IsNaN(estimate.SaturationY));
        Assert.Contains("differential h(X) = ", estimate.ToString());
        Assert.DoesNotContain("saturation", estimate.ToString());
        Assert.Contains(All[index].ToString()!, estimate.ToString());
    }

    [Theory, MemberData(nameof(Indices))]
    public void Estimate_TokenAlreadyCancelled_Throws(int index)
    {
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        Assert.Throws<OperationCanceledException>(() => All[index].Estimate(DataSets.Related(1, 40, 3), cancelled));
        Assert.Throws<OperationCanceledException>(() => All[index].Estimate(Symbols.Distinct(4), Symbols.Distinct(4), cancelled));
    }

    // A recorder represents inputs and targets once for the whole run, and every layer once for both axes.
    [Fact]
    public void Record_InputsAndTargetsAreNumbers_IsTheEstimateOfEach()
    {
        double[] x = Seeded.Normal(new Random(6), 120), y = Seeded.Normal(new Random(7), 40);
        double[] layer = [.. Enumerable.Range(0, 80).Select(i => Math.Tanh(x[(i / 2 * 3) + (i % 2)] + (0.2 * y[i / 2])))];
        InformationPlaneRecorder<double> recorder = new(Samples.FromRows<double>(x, 3), Samples.FromScalars<double>(y), [.. All]);
        recorder.Record(0, "layer", Samples.FromRows<double>(layer, 2));
        Assert.Equal(All.Length, recorder.Plane.Points.Count);
        foreach (InformationPlanePoint point in recorder.Plane.Points)
        {
            Law.IsBitwiseEqual(point.Estimator.Estimate(Samples.FromRows<double>(x, 3), Samples.FromRows<double>(layer, 2)), point.Input);
            Law.IsBitwiseEqual(point.Estimator.Estimate(Samples.FromRows<double>(layer, 2), Samples.FromScalars<double>(y)), point.Target);
        }
    }
}
