using MutualInfo.InformationPlanes.NoisyCodes;
using MutualInfo.Training;
using MutualInfo.Training.Data;
using MutualInfo.Training.Data.Images;
using MutualInfo.Training.Layers;

namespace MutualInfo.SampleTests.NoisyCodes;

public class InformationDropoutTests
{
    private static readonly ImageSet _images = DrawnDigits.Create(600, 600);

    // 1e-12 of the loss: a logarithm and an exponential there and back, and sums in another order.
    [Fact]
    public void Reconstruction_BetaOfOne_IsTheEvidenceLowerBoundOfAVariationalAutoencoder()
    {
        var samples = new Matrix<double>(100, 784);
        for (int i = 0; i < samples.Values.Length; i++)
            samples.Values[i] = _images.Train.Samples.Values[i];
        IReadOnlyList<(double Dropout, double Evidence)> steps = EvidenceIdentity.Execute(new LabeledData<double>(samples, new int[100]), seed: 1);
        Assert.All(steps, step => Assert.Equal(1, step.Dropout / step.Evidence, 1e-12));

        // It was trained in between, so the agreement is not that of a first draw.
        Assert.True(steps[^1].Dropout < 0.8 * steps[0].Dropout);
    }

    // The trainer's rate and the library's bound are the same formulas, in float and in double: 1e-5 of the sum.
    [Theory]
    [InlineData(RegularizationKind.Rectified)]
    [InlineData(RegularizationKind.Smooth)]
    public void Rate_OfALayer_IsTheBoundOfTheLibrary(RegularizationKind kind)
    {
        InformationDropout<float> code = Code(kind, out Matrix<float> images);
        code.Redraw();
        code.Forward(images);
        CodeMeasure measure = CodeMeasure.Of(code, range: 0.7, EstimationOptions.Default);
        Assert.Equal(1, code.Rate / measure.Rate.Nats, 1e-5);
        Assert.Equal(kind == RegularizationKind.Smooth, measure.TotalCorrelation is not null);
        if (measure.Bounds is { } bounds)
            Assert.True(bounds.Lower <= bounds.Upper && bounds.Lower <= measure.Rate, bounds.ToString());
    }

    // Softplus of −100 is 0 in float, and 0 has no logarithm; the rate takes it as 1e−4, and so do the other measures.
    [Fact]
    public void CodeMeasure_DeadUnit_IsMeasuredAtTheFloor()
    {
        InformationDropout<float> code = Code(RegularizationKind.Smooth, out Matrix<float> images);
        code.Parameters[1].Value.Values[0] = -100;
        code.Redraw();
        code.Forward(images);
        Assert.Equal(0, code.Values[0][0]);
        CodeMeasure measure = CodeMeasure.Of(code, range: 0.7, EstimationOptions.Default);
        Assert.True(double.IsFinite(measure.TotalCorrelation!.Value.Nats));
        Assert.True(measure.Bounds!.Lower <= measure.Rate);
    }

    [Fact]
    public void Sweep_EqualSeeds_GiveEqualBits()
    {
        var sweep = new WidthSweep([8], [0.1], [10], [10], Epochs: 1);
        ClassifierResult[] first = Execute(sweep), second = Execute(sweep);
        Assert.Equal(4, first.Length);
        Assert.Equal(first.Select(Bits), second.Select(Bits));

        static (double, double) Bits(ClassifierResult result) => (result.Error, result.Codes.Sum(code => code.Rate.Bits));
    }

    // The weight of the rate is the only difference between the two runs.
    [Fact]
    public void Sweep_LargerBeta_LetsLessThrough()
    {
        ClassifierResult[] results = Execute(new WidthSweep([8], [], [1, 1000], [1, 1000], Epochs: 40));
        foreach (RegularizationKind kind in (RegularizationKind[])[RegularizationKind.Rectified, RegularizationKind.Smooth])
        {
            double[] rates = [.. results.Where(result => result.Regularization.Kind == kind).Select(result => result.Codes[0].Rate.Bits)];
            Assert.True(rates[1] < 0.5 * rates[0], string.Join(" → ", rates));
        }
    }

    [Fact]
    public void SheetRun_EqualSeeds_MapTheSameOnEverySheet()
    {
        ClutteredDigits sheets = ClutteredDigits.Create(_images.Train, side: 34, fragments: 3, seed: 1);
        SheetResult first = SheetRun.Execute(sheets, sheets, beta: 0.01, seed: 2, epochs: 1, null);
        SheetResult second = SheetRun.Execute(sheets, sheets, beta: 0.01, seed: 2, epochs: 1, null);
        Assert.Equal(first.Maps[1].Nats, second.Maps[1].Nats);
        Assert.Equal((SheetRun.MappedSheets, first.Maps[1].Side * first.Maps[1].Side), (first.Maps[1].Nats.GetLength(0), first.Maps[1].Nats.GetLength(1)));
        Assert.True(first.Maps[0].Side > first.Maps[1].Side);
    }

    // Windows of 6 in steps of 3 see pixels 0–5, 3–8, …; three of them in a row 0–11, and five 0–17.
    [Theory]
    [InlineData(0, 0, 5.5)]
    [InlineData(0, 2, 11.5)]
    [InlineData(1, 0, 8.5)]
    public void Middle_OfAWindow_IsThatOfThePixelsItSees(int code, int index, double expected) =>
        Assert.Equal(expected, SheetGrids.Middle(code, index));

    // A map that is the ink itself has more on a sheet's digit than beside it only where there is more ink; one that is constant has none.
    [Fact]
    public void OnInk_ConstantMap_IsTheConstantOnBoth()
    {
        ClutteredDigits sheets = ClutteredDigits.Create(_images.Test, side: 40, fragments: 5, seed: 3);
        double[,] nats = new double[200, 100];
        for (int i = 0; i < nats.Length; i++)
            nats[i / 100, i % 100] = 2.5;
        Assert.Equal((2.5, 2.5), new RateMap(0, 10, nats).OnInk(sheets));
    }

    private static ClassifierResult[] Execute(WidthSweep sweep) =>
    [
        .. sweep.Works(_images, [1], new EstimationOptions { MaxDegreeOfParallelism = 1 }).Select(work => work.Execute(new Progress<double>())),
    ];

    private static InformationDropout<float> Code(RegularizationKind kind, out Matrix<float> images)
    {
        var random = new Random(4);
        Regularization regularization = kind == RegularizationKind.Rectified ? Regularization.Rectified(1) : Regularization.Smooth(1);
        images = new Matrix<float>();
        _images.Test.Samples.TransposeInto(images);
        return (InformationDropout<float>)new Units(regularization, 600, 0.7, random).Make(() =>
        {
            var layer = new Dense<float>(784, 6);
            UniformFanIn.Fill(layer, random);
            return layer;
        });
    }
}
