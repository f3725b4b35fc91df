using MutualInfo.Kernels;
using static MutualInfo.Tests.Verdicts.VerdictCases;

namespace MutualInfo.Tests.Verdicts;

/// <summary>What a Gram matrix says about its bandwidth.</summary>
public class KernelVerdictTests
{
    private static readonly Symbols _halves = Of(20, 20);

    // In clusters of two each sample has one other of similarity 1: the weight of the others is exactly 1.
    [Theory]
    [InlineData("KDE"), InlineData("1.01"), InlineData("2"), InlineData("3"), InlineData("4"), InlineData("5"), InlineData("∞")]
    public void Verdict_OthersOutweighed_IsCollapsed(string kind)
    {
        Verdict even = Estimate(kind, Clusters([.. Enumerable.Repeat(2, 20)]));
        Assert.False(even.Has(VerdictReason.BandwidthCollapsed), $"{even}");
        VerdictFinding finding = Estimate(kind, Clusters([.. Enumerable.Repeat(2, 19), 1, 1])).Found(VerdictReason.BandwidthCollapsed, VerdictSubject.X);
        // Nineteen eigenvalues of 2/40 and two of 1/40, by their squares; at the orders 3 and 4 by n·(Σλ^α)^(1/(α − 1)).
        double expected = kind switch
        {
            "3" => 40 * Math.Sqrt((19 * 8 + 2) / Math.Pow(40, 3)) - 1,
            "4" => 40 * Math.Cbrt((19 * 16 + 2) / Math.Pow(40, 4)) - 1,
            _ => 38.0 / 40,
        };
        Assert.Equal(expected, finding.Figure, 1e-11);
        Assert.Equal(1, finding.Threshold);
        Assert.Equal(VerdictGravity.SaysNothing, finding.Gravity);
    }

    // Of 39 others 19 have similarity 1 and 20 have k. The spectrum knows k² alone.
    [Theory]
    [InlineData("KDE", 0.9, true), InlineData("KDE", 0.7, false)]
    [InlineData("1.01", 0.9, true), InlineData("1.01", 0.7, false)]
    [InlineData("2", 0.9, true), InlineData("2", 0.7, false)]
    [InlineData("3", 0.9, true), InlineData("3", 0.7, false)]
    [InlineData("4", 0.9, true), InlineData("4", 0.7, false)]
    public void Verdict_MeanSimilarityNearOne_IsFlat(string kind, double similarity, bool fires)
    {
        Verdict verdict = Estimate(kind, TwoPlaces(40, similarity));
        double mean = kind switch
        {
            "KDE" => (19 + 20 * similarity) / 39,
            "3" or "4" => AllAlike(int.Parse(kind, System.Globalization.CultureInfo.InvariantCulture), similarity),
            _ => Math.Sqrt((19 + 20 * similarity * similarity) / 39),
        };
        Assert.Equal(fires, mean > 0.9);
        Assert.Equal(fires, verdict.Has(VerdictReason.BandwidthFlat));
        if (fires)
        {
            VerdictFinding finding = verdict.Found(VerdictReason.BandwidthFlat, VerdictSubject.X);
            Assert.Equal(mean, finding.Figure, 1e-11);
            Assert.Equal(VerdictGravity.Caution, finding.Gravity);
        }
    }

    [Fact]
    public void Verdict_LabelsOfOneLargeClass_AreNotABandwidth()
    {
        Verdict verdict = new KernelDensityEstimator(Unit).Estimate(Of(39, 1), _halves).Verdict;
        Assert.False(verdict.Has(VerdictReason.BandwidthFlat));
        Assert.False(verdict.Has(VerdictReason.BandwidthCollapsed));
    }

    // The corners of a simplex are equally far apart: every order has the same mean.
    [Theory]
    [InlineData(0.01), InlineData(0.3), InlineData(0.95)]
    public void MeanSimilarity_AllPairsAlike_IsThatOfEachPairAtEveryOrder(double similarity)
    {
        const int N = 12;
        double[] corners = new double[N * N];
        for (int i = 0; i < N; i++)
            corners[i * N + i] = Math.Sqrt(-Math.Log(similarity));
        foreach (double order in (double[])[0.5, 1, 1.01, 2, 3, 4, 5])
        {
            MutualInformationEstimate estimate = Estimators.MatrixRenyi(order, Unit).Estimate(Samples.FromRows<double>(corners, N), Symbols.Distinct(N));
            // The least similarity adds 1e-4 to a trace that is right to 1e-15; of a cube even less.
            Assert.Equal(similarity, estimate.Diagnostics.MeanSimilarityX!.Value, 1e-10);
        }
    }

    // Clusters of 20 are 20 samples within the reach of each kernel; the label of each cluster is its own.
    [Theory]
    [InlineData("KDE"), InlineData("1.01"), InlineData("2"), InlineData("3"), InlineData("4")]
    public void Verdict_FewSamplesWithinReach_IsACaution(string kind)
    {
        int[] enough = [20, 20, 20, 20];
        int[] few = [20, 20, 20, 10, 10];
        VerdictReason reason = kind == "KDE" ? VerdictReason.FewSamplesPerCell : VerdictReason.EffectiveRank;
        Assert.False(Estimate(kind, Clusters(enough), Of(enough)).Has(reason));
        VerdictFinding finding = Estimate(kind, Clusters(few), Of(few)).Found(reason, VerdictSubject.Joint);
        Assert.Equal(VerdictGravity.Caution, finding.Gravity);
        // Shares 1/4 three times and 1/8 twice: e^H by Shannon for kernel density, (Σ p^α)^(1/(1 − α)) for the orders.
        double expected = kind switch
        {
            "KDE" => 80 / Math.Exp(0.75 * Math.Log(4) + 0.25 * Math.Log(8)),
            "2" => 1 / (3.0 / 16 + 2.0 / 64),
            "3" => 1 / Math.Sqrt(3.0 / 64 + 2.0 / 512),
            "4" => 1 / Math.Cbrt(3.0 / 256 + 2.0 / 4096),
            _ => Math.Pow(3 * Math.Pow(0.25, 1.01) + 2 * Math.Pow(0.125, 1.01), -100),
        };
        Assert.Equal(expected, finding.Figure, 1e-9);
    }

    [Fact]
    public void Verdict_MostSamplesRepeated_IsANote()
    {
        Verdict half = Estimators.MatrixRenyi(1.01, Unit).Estimate(Samples.FromScalars(Clusters([.. Enumerable.Repeat(2, 20)])), _halves).Verdict;
        Assert.False(half.Has(VerdictReason.RepeatedSamples));
        VerdictFinding finding = Estimate("1.01", Clusters(20, 20)).Found(VerdictReason.RepeatedSamples, VerdictSubject.X);
        Assert.Equal(20, finding.Figure);
        Assert.Equal(VerdictGravity.Note, finding.Gravity);
    }

    [Fact]
    public void Verdict_OwnGramMatrices_AreJudgedToo()
    {
        double[] identity = new double[1600], ones = new double[1600];
        for (int i = 0; i < 1600; i++)
        {
            identity[i] = i / 40 == i % 40 ? 1 : 0;
            ones[i] = i / 40 == i % 40 ? 1 : 0.99;
        }

        foreach (double order in (double[])[1.01, 2])
        {
            Verdict verdict = Estimators.MatrixRenyi(order).Estimate(GramMatrix.FromValues(identity, 40), GramMatrix.FromValues(ones, 40)).Verdict;
            Assert.Equal(0, verdict.Found(VerdictReason.BandwidthCollapsed, VerdictSubject.X).Figure, 1e-10);
            Assert.Equal(0.99, verdict.Found(VerdictReason.BandwidthFlat, VerdictSubject.Y).Figure, 1e-10);
        }
    }

    private static Verdict Estimate(string kind, double[] x, Symbols? y = null) => (kind switch
    {
        "KDE" => (IMutualInformationEstimator)new KernelDensityEstimator(Unit),
        "∞" => Estimators.MatrixRenyi(double.PositiveInfinity, Unit),
        _ => Estimators.MatrixRenyi(double.Parse(kind, System.Globalization.CultureInfo.InvariantCulture), Unit),
    }).Estimate(Samples.FromScalars(x), y ?? _halves).Verdict;

    // Two clusters of similarity k have the eigenvalues (1 ± k)/2. That of 40 pairs alike: 1 + 3·39·s² + 39·38·s³ = 40²·Σλ³, and at order
    // 4 the larger eigenvalue ((1 + 39s)/40)⁴ and 39 of ((1 − s)/40)⁴; by steps, as the polynomial has no simple root.
    private static double AllAlike(int order, double k)
    {
        double trace = Math.Pow((1 + k) / 2, order) + Math.Pow((1 - k) / 2, order);
        return MathNet.Numerics.RootFinding.Brent.FindRoot(
            s => (order == 3 ? (1 + 117 * s * s + 1482 * s * s * s) / 1600 : Math.Pow((1 + 39 * s) / 40, 4) + 39 * Math.Pow((1 - s) / 40, 4)) - trace, 0, 1, 1e-14);
    }
}
