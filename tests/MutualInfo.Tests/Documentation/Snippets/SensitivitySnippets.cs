using MutualInfo.Discrete;
using MutualInfo.Recording;
using MutualInfo.Sensitivity;
using MutualInfo.Tests.Recording;

namespace MutualInfo.Tests.Documentation.Snippets;

public class SensitivitySnippets
{
    [Fact]
    public void Sweep_OfBandwidth_SaysHowMuchIsTheParameters()
    {
        const int width = 3;
        ToyNetwork network = new(100, width);
        network.TrainOneEpoch();
        float[] activations = network.Hidden1;
        int[] labels = network.Labels;

        #region sensitivity-bandwidth
        Sweep widths = Sweep.OfBandwidth(Estimators.KernelDensity(), 0.01, 0.03, 0.1, 0.3, 1);
        SensitivityCurve curve = widths.Estimate(Samples.FromRows(activations, width), Symbols.FromLabels(labels));

        foreach (SensitivityPoint point in curve.Points)
            Console.WriteLine($"σ = {point.Parameter}: {point.Estimate.Value}");
        Information spread = curve.Spread;                              // how much of the number is the parameter's
        Console.WriteLine(curve);       // I(X;Y) from … at σ = 1 to … at σ = 0.01, 5 values of σ
        #endregion

        Assert.Equal(1, curve.Lowest.Parameter);
        Assert.Equal(0.01, curve.Highest.Parameter);
        Assert.Equal(curve.Highest.Estimate.Value - curve.Lowest.Estimate.Value, spread);
    }

    [Fact]
    public void Sweep_OfOtherParameters_IsMadeAlike()
    {
        ToyNetwork network = new(100, 1);
        network.TrainOneEpoch();
        float[] activations = network.Hidden1;
        Symbols labels = Symbols.FromLabels(network.Labels);

        #region sensitivity-others
        Sweep orders = Sweep.OfOrder(Estimators.MatrixRenyi(), 0.9, 1, 1.01, 1.5, 2);
        Sweep numbers = Sweep.OfBins(Estimators.Binning(30, -1, 1), 10, 20, 30, 50);
        Sweep neighbours = Sweep.OfNeighbours(Estimators.Kraskov(), 3, 5, 10);
        Sweep factors = Sweep.OfBandwidthFactor(Estimators.MatrixRenyi(), 0.5, 1, 2);      // around what the rule says
        Sweep widths = Sweep.Of("width", width => new DiscreteEstimator(new FixedWidthBins(width)), 0.05, 0.07, 0.1);

        Information spread = orders.Estimate(Samples.FromScalars(activations), labels).Spread;
        #endregion

        Assert.True(spread > Information.Zero);
        Assert.Equal([5, 4, 3, 3, 3], new[] { orders, numbers, neighbours, factors, widths }.Select(sweep => sweep.Estimators.Count));
    }

    [Fact]
    public void Plane_WithABand_DrawsTheVariantsTogether()
    {
        const int n = 64;
        const int width = 3;
        ToyNetwork network = new(n, width);
        Symbols inputs = Symbols.Distinct(n);
        Symbols labels = Symbols.FromLabels(network.Labels);
        using TemporaryFolder folder = new();
        string path = folder.File("plane.svg");

        #region plane-band
        Sweep widths = Sweep.OfBandwidth(Estimators.KernelDensity(), 0.05, 0.1, 0.2);
        var recorder = new InformationPlaneRecorder<float>(
            inputs, labels, [.. widths.Estimators, Estimators.Binning(30, -1, 1)])
        {
            Sweeps = [widths],                      // one pass over the distances for all three
        };
        for (int epoch = 0; epoch < 20; epoch++)
        {
            network.TrainOneEpoch();
            recorder.Record(epoch, "hidden-1", Samples.FromRows(network.Hidden1, width));
        }

        recorder.Plane.WriteSvg(path, widths);      // the three share a panel: a path, and the band around it
        #endregion

        Assert.Contains("band: σ from 0.05 to 0.2", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(4 * 20, recorder.Plane.Points.Count);
    }
}
