using MutualInfo.Kernels;

namespace MutualInfo.Tests.Laws;

/// <summary>The families are one formula, so they check each other: design.md's five equalities, and C10.</summary>
public class FamilyLaws
{
    // The reason for every 1e-12 here: summation order.
    private const double Tolerance = 1e-12;

    [BackendFact]
    public void Estimate_KernelDensityOfSymbols_IsThePlugIn() => Law.ForAll(DataSets.LabelPairs, data =>
    {
        if (data.Count > 1)
            Law.IsNear(Estimators.ExactDiscrete().Estimate(data), Estimators.KernelDensity().Estimate(data), Tolerance);
    });

    // I(T;Y) = H(T) − Σ p(y)·H(T | y), each entropy over the samples of one class alone.
    [BackendFact]
    public void Estimate_KernelDensityAgainstLabels_IsTheClassConditionalForm() => Law.ForAll(DataSets.LayersAndLabels, data =>
    {
        if (data.Count is 1 or > 100)
            return;
        KernelDensityEstimator estimator = Estimators.KernelDensity(0.1);
        MutualInformationEstimate estimate = estimator.Estimate(data);
        double conditional = 0;
        for (int label = 0; label < data.Y.Symbols.AlphabetSize; label++)
        {
            int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => data.Y.Symbols.Codes[row] == label)];
            if (rows.Length > 1)
                conditional += (double)rows.Length / data.Count * estimator.Estimate(data.Rows(rows)).EntropyX.Nats;
        }

        Law.Near("I(T;Y)", estimate.EntropyX.Nats - conditional, estimate.Value.Nats, Tolerance * Math.Max(1, estimate.JointEntropy.Nats));
    });

    // Order 1 of the spectrum of a histogram is its Shannon entropy; RenyiLaws has the other orders.
    [BackendFact]
    public void Estimate_VonNeumannOfSymbols_IsThePlugIn() => Law.ForAll(DataSets.LabelPairs, data =>
        Law.IsNear(Estimators.ExactDiscrete().Estimate(data), Estimators.MatrixRenyi(1).Estimate(data), Tolerance));

    // C10 and the fifth equality: noise that separates all different rows.
    [BackendFact]
    public void Estimate_KernelDensityOfVanishingNoise_IsExactDiscrete() => Law.ForAll(Repeating, data =>
    {
        KernelDensityEstimator narrow = new(new FixedBandwidth(1e-4));
        Law.IsNear(Estimators.ExactDiscrete().Estimate(data), narrow.Estimate(data), Tolerance);
        Law.IsNear(Estimators.ExactDiscrete().Estimate(data), Estimators.MatrixRenyi(1, new FixedBandwidth(1e-4)).Estimate(data), Tolerance);
    });

    // C10, 1e-10.
    [BackendFact]
    public void Estimate_KernelDensityOfGrowingNoise_FallsToZero() => Law.ForAll(DataSets.LayersAndLabels, data =>
    {
        if (data.Count is 1 or > 100 || data.Name.StartsWith("1e", StringComparison.Ordinal) || data.Name.StartsWith("heavy", StringComparison.Ordinal))
            return;
        Observations inputs = data with { Y = Variable.Distinct(data.Count) };
        double before = double.PositiveInfinity;
        foreach (double sigma in (double[])[1e-3, 1e-2, 0.1, 0.3, 1, 3, 10, 100, 1e4])
        {
            double upper = new KernelDensityEstimator(new FixedBandwidth(sigma)).Estimate(inputs).Value.Nats;
            Law.AtMost("I of more noise", upper, before, 1e-10);
            before = upper;
        }

        double none = new KernelDensityEstimator(new FixedBandwidth(1e15)).Estimate(inputs).Value.Nats;
        Law.Near("I of endless noise", 0, none, 1e-10);
    });

    // The lower bound is the upper one at 2σ: a Bhattacharyya distance is a quarter of the exponent.
    [BackendFact]
    public void Estimate_KernelDensityLowerBound_IsTheUpperAtTwiceTheBandwidth() => Law.ForAll(DataSets.LayersAndLabels, data =>
    {
        if (data.Count is 1 or > 100)
            return;
        Law.IsBitwiseEqual(
            new KernelDensityEstimator(new FixedBandwidth(0.5)).Estimate(data),
            new KernelDensityEstimator(new FixedBandwidth(0.25)) { Bound = KernelDensityBound.Lower }.Estimate(data));
    });

    private static IEnumerable<Observations> Repeating(int seed)
    {
        Random random = new(seed);
        double[] values = [.. Enumerable.Range(0, 120).Select(_ => (double)random.Next(-1, 2))];
        long[] labels = [.. Enumerable.Range(0, 60).Select(_ => (long)random.Next(3))];
        yield return new Observations("repeating rows", seed, Variable.Layer(values, 2), Variable.Labels(labels));
    }
}
