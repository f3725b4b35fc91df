using MutualInfo.Discrete;
using MutualInfo.Kernels;
using MutualInfo.Recording;

namespace MutualInfo.Tests.Recording;

/// <summary>A plane calls wrong only what is a theorem, and calls it out wherever it is broken.</summary>
public class PlaneLawTests
{
    private const int Count = 64;

    private static readonly int[] _labels = [.. Enumerable.Range(0, Count).Select(i => i % 2)];

    // Each layer a function of the one before: 16, 8 and 4 values.
    private static readonly float[][] _chain = [Coded(16), Coded(8), Coded(4)];

    [Fact]
    public void Findings_ChainOfExactLayers_AreNone()
    {
        InformationPlane plane = Record(["first", "second", "third"], _chain, Estimators.ExactDiscrete(), Estimators.Binning(30));
        Assert.Empty(plane.Findings);
        Assert.Equal(["first", "second", "third"], plane.Chain);
    }

    // The later layer tells 16 inputs apart and the earlier one 4: I(X;T) rises by ln 4.
    [Fact]
    public void Findings_ExactLayerThatKnowsMoreThanTheOneBefore_IsWrong()
    {
        InformationPlane plane = Record(["a", "b"], [_chain[2], _chain[0]], Estimators.ExactDiscrete());
        PlaneFinding finding = Assert.Single(plane.Findings);
        Assert.True(finding.IsExact);
        Assert.Equal(PlaneLaw.InputProcessing, finding.Law);
        Assert.Equal(("b", "a", 0, 1), (finding.Layer, finding.EarlierLayer, finding.Epoch, finding.EpochCount));
        Assert.Equal(Math.Log(4), finding.Excess.Nats, 1e-12);
        Assert.Equal("I(X;T) rises from a to b by 2.0000 bits at epoch 0, so b as recorded is no function of a", finding.Meaning);
        Assert.StartsWith("exact rows: I(X;T) rises", finding.ToString(), StringComparison.Ordinal);
    }

    // A layer that holds the label behind one that does not: I(T;Y) rises by ln 2 as well.
    [Fact]
    public void Findings_LabelThatReappears_IsWrongOnBothAxes()
    {
        float[] constant = new float[Count];
        InformationPlane plane = Record(["a", "b"], [constant, [.. _labels.Select(label => (float)label)]], Estimators.ExactDiscrete());
        Assert.Equal([PlaneLaw.InputProcessing, PlaneLaw.TargetProcessing], plane.Findings.Select(finding => finding.Law));
        Assert.All(plane.Findings, finding => Assert.Equal(Math.Log(2), finding.Excess.Nats, 1e-12));
    }

    // The example of the pitfalls: bins of width 1 see nothing of the first layer and all of ten times that.
    [Fact]
    public void Findings_BinnedAndNoisyLayers_AreRemarks()
    {
        float[] first = [.. Enumerable.Range(0, Count).Select(i => 0.9f * i / Count)];
        float[] second = [.. first.Select(value => 100 * value)];
        InformationPlane plane = Record(
            ["a", "b"], [first, second],
            new DiscreteEstimator(new FixedWidthBins(1)), Estimators.KernelDensity(1), Estimators.MatrixRenyi(2, new FixedBandwidth(1)), Estimators.ExactDiscrete());
        Assert.NotEmpty(plane.Findings);
        Assert.DoesNotContain(plane.Findings, finding => finding.IsExact);
        Assert.Equal(3, plane.Findings.Where(finding => finding.Law == PlaneLaw.InputProcessing).Select(finding => finding.Estimator).Distinct().Count());
        Assert.All(
            plane.Findings.Where(finding => finding.Law is PlaneLaw.InputProcessing or PlaneLaw.TargetProcessing),
            finding => Assert.StartsWith("That proves nothing", finding.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_ManyEpochs_AreOneWithTheWorst()
    {
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(Count), Symbols.FromLabels(_labels), Estimators.ExactDiscrete());
        float[][] later = [_chain[2], _chain[1], _chain[0], Coded(2)];
        for (int epoch = 0; epoch < later.Length; epoch++)
        {
            recorder.Record(epoch, "a", Samples.FromScalars<float>(_chain[2]));
            recorder.Record(epoch, "b", Samples.FromScalars<float>(later[epoch]));
        }

        PlaneFinding finding = Assert.Single(recorder.Plane.Findings);
        Assert.Equal((2, 2), (finding.Epoch, finding.EpochCount));
        Assert.Contains("the worst of 2 epochs", finding.Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void Chain_Given_DecidesWhatIsCompared()
    {
        InformationPlane plane = Record(["a", "b"], [_chain[2], _chain[0]], Estimators.ExactDiscrete());
        Assert.NotEmpty(plane.Findings);
        Assert.Empty(new InformationPlane(plane.Points) { Chain = ["b", "a"] }.Findings);
        Assert.Empty(new InformationPlane(plane.Points) { Chain = ["a"] }.Findings);
        Assert.Equal(["a", "b"], new InformationPlane(plane.Points).Chain);
    }

    // Names sort as out, then zero; the layers were recorded the other way round.
    [Fact]
    public void Chain_OfARecorder_IsTheOrderOfRecording()
    {
        InformationPlane plane = Record(["zero", "out"], [_chain[0], _chain[2]], Estimators.ExactDiscrete());
        Assert.Equal(["out", "zero"], plane.Layers);
        Assert.Equal(["zero", "out"], plane.Chain);
        Assert.Empty(plane.Findings);
    }

    [Fact]
    public void Chain_OfNoLayer_IsRefused()
    {
        InformationPlane plane = Record(["a"], [_chain[0]], Estimators.ExactDiscrete());
        Assert.Throws<ArgumentNullException>("Chain", () => new InformationPlane(plane.Points) { Chain = null! });
        ArgumentException unknown = Assert.Throws<ArgumentException>("Chain", () => new InformationPlane(plane.Points) { Chain = ["a", "c"] });
        Assert.Contains("Chain[1] is 'c', which no point is of; the layers are a", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("Chain", () => new InformationPlane(plane.Points) { Chain = ["a", "a"] });
    }

    [Theory]
    [InlineData(4, 8, true), InlineData(5, 15, false)]
    public void Findings_FinerBinsThatShowLess_AreFoundWhereBinsAreNested(int few, int many, bool isExact)
    {
        float[] layer = [.. Enumerable.Range(0, Count).Select(i => MathF.Sin(i * i))];
        IMutualInformationEstimator coarse = Estimators.Binning(few, -1, 1), fine = Estimators.Binning(many, -1, 1);
        InformationPlane sound = Record(["a"], [layer], coarse, fine, Estimators.Binning(7, -1, 1), Estimators.Binning(16, -2, 2));
        Assert.Empty(sound.Findings);

        // The same points under each other's names: now the finer bins show what the coarser did.
        InformationPlane broken = new(sound.Points.Take(2).Select(point =>
        {
            IMutualInformationEstimator other = point.Estimator.Equals(coarse) ? fine : coarse;
            return point with { Estimator = other, Input = point.Input with { Estimator = other }, Target = point.Target with { Estimator = other } };
        }));
        PlaneFinding finding = Assert.Single(broken.Findings);
        Assert.Equal(PlaneLaw.NestedBins, finding.Law);
        Assert.Equal(isExact, finding.IsExact);
        Assert.Equal(fine, finding.Estimator);
    }

    [Fact]
    public void Findings_FixedWidthsOfOneOrigin_AreNested()
    {
        float[] layer = [.. Enumerable.Range(0, Count).Select(i => 5 * MathF.Sin(i * i))];
        IMutualInformationEstimator coarse = new DiscreteEstimator(new FixedWidthBins(0.5)), fine = new DiscreteEstimator(new FixedWidthBins(0.25));
        InformationPlane sound = Record(["a"], [layer], coarse, fine);
        Assert.Empty(sound.Findings);
        InformationPlanePoint wrong = sound.Points[1] with { Target = sound.Points[0].Target with { EntropyX = Information.Zero, Estimator = fine } };
        Assert.Contains(new InformationPlane([sound.Points[0], wrong]).Findings, finding => finding is { Law: PlaneLaw.NestedBins, IsExact: true });
    }

    [Fact]
    public void Findings_ImpossibleValues_AreDefects()
    {
        InformationPlane plane = Record(["a"], [_chain[2]], Estimators.ExactDiscrete());
        InformationPlanePoint point = plane.Points[0];
        Information more = point.Target.EntropyY + Information.FromBits(0.5);
        PlaneFinding ceiling = Assert.Single(new InformationPlane([point with { Target = point.Target with { Value = more } }]).Findings);
        Assert.Equal((PlaneLaw.Ceiling, true), (ceiling.Law, ceiling.IsExact));
        Assert.Equal(0.5, ceiling.Excess.Bits, 1e-12);
        PlaneFinding distinct = Assert.Single(new InformationPlane([point with { Input = point.Input with { Value = Information.FromBits(0.5) } }]).Findings);
        Assert.Equal((PlaneLaw.DistinctInputs, true), (distinct.Law, distinct.IsExact));
    }

    // All families, random layers, two runs in one plane: nothing that is called a theorem may be broken.
    [Fact]
    public void Findings_AllFamilies_BreakNoTheorem()
    {
        InformationPlaneRecorder<float> recorder = PlaneFixture.Recorder(PlaneFixture.AllFamilies);
        for (int epoch = 0; epoch < 3; epoch++)
            recorder.Record(epoch, "T1", PlaneFixture.Layer(epoch, "T1"));
        Assert.DoesNotContain(recorder.Plane.Findings, finding => finding.IsExact);
        InformationPlane twice = new([.. recorder.Plane.Points, .. recorder.Plane.Points]);
        Assert.DoesNotContain(twice.Findings, finding => finding.IsExact);
        Assert.Equal(6, twice.Verdicts[0].PointCount);
        Assert.Empty(new InformationPlane([]).Findings);
    }

    private static float[] Coded(int values) => [.. Enumerable.Range(0, Count).Select(i => (float)(i % values))];

    private static InformationPlane Record(string[] names, float[][] layers, params IMutualInformationEstimator[] estimators)
    {
        InformationPlaneRecorder<float> recorder = new(Symbols.Distinct(Count), Symbols.FromLabels(_labels), estimators);
        for (int i = 0; i < names.Length; i++)
            recorder.Record(0, names[i], Samples.FromScalars<float>(layers[i]));
        return recorder.Plane;
    }
}
