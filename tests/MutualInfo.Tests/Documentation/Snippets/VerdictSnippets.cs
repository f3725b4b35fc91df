using MutualInfo.Recording;

namespace MutualInfo.Tests.Documentation.Snippets;

public class VerdictSnippets
{
    [Fact]
    public void Verdict_OfAWideLayer_SaysThatItSaysNothing()
    {
        const int width = 10;
        Random random = new(1);
        float[] layer = [.. Enumerable.Range(0, 500 * width).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, 500).Select(_ => random.Next(2))];

        #region verdict-read
        MutualInformationEstimate estimate = Estimators.Binning(30).Estimate(Samples.FromRows(layer, width), Symbols.FromLabels(labels));

        Verdict verdict = estimate.Verdict;
        bool isWorthless = verdict.SaysNothing;                     // true: the value tells n, not the layer
        string inWords = verdict.ToString();                        // one sentence: the gravest finding, and what is estimated
        foreach (VerdictFinding finding in verdict.Findings)        // the gravest first
            Console.WriteLine($"{finding.Reason} of {finding.Subject}: {finding.Figure} against {finding.Threshold}. {finding.Advice}");

        double? share = verdict.CeilingShare;                       // value / min(ln n, H(X), H(Y))
        string quantity = verdict.Estimand.Description;             // what the number is an estimate of
        #endregion

        Assert.True(isWorthless);
        Assert.StartsWith("says nothing: x is saturated", inWords, StringComparison.Ordinal);
        Assert.Equal(1, share!.Value, 1e-12);
        Assert.Contains("as binned", quantity, StringComparison.Ordinal);
    }

    [Fact]
    public void Plane_Verdicts_AreOnePerLayerAndEstimator()
    {
        const int n = 64;
        const int width = 3;
        ToyNetwork network = new(n, width);
        network.TrainOneEpoch();
        var recorder = new InformationPlaneRecorder<float>(
            Symbols.Distinct(n), Symbols.FromLabels(network.Labels), Estimators.Binning(30, -1, 1), Estimators.ExactDiscrete());
        recorder.Record(0, "hidden-1", Samples.FromRows(network.Hidden1, width));

        #region verdict-plane
        foreach (LayerVerdict verdict in recorder.Plane.Verdicts)
            Console.WriteLine($"{verdict.Estimator}: {verdict}");   // T1 says nothing at 12 of 40 epochs: T is saturated at 12 epochs
        foreach (PlaneFinding finding in recorder.Plane.Findings)
            Console.WriteLine($"{(finding.IsExact ? "WRONG" : "remark")}: {finding}");
        #endregion

        Assert.Equal(2, recorder.Plane.Verdicts.Count);
        Assert.StartsWith("hidden-1 says nothing at 1 of 1 epochs: T is saturated", recorder.Plane.Verdicts[1].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(recorder.Plane.Findings, finding => finding.IsExact);
    }
}
