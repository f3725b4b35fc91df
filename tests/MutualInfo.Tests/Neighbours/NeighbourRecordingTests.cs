using MutualInfo.Internal;
using MutualInfo.Recording;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>Nearest-neighbour estimators in a recorder: the numbers of direct calls, and a plane with what is not measured left out.</summary>
public class NeighbourRecordingTests
{
    [Fact]
    public void Record_SamplesOnAllSides_GivesTheNumbersOfDirectCalls()
    {
        Observations data = DataSets.Related(1, 60, 2);
        double[] layer = [.. data.X.Values.ToArray().Select(Math.Tanh)];
        InformationPlaneRecorder<double> recorder = new(data.X.Samples, data.Y.Samples, Estimators.Kraskov(), Estimators.Kraskov(5));
        recorder.Record(0, "hidden", Samples.FromRows<double>(layer, 2));
        recorder.Record(1, LayerActivations.FromRows("hidden", layer, 2), LayerActivations.FromRows("second", layer, 1 + 1));

        foreach (InformationPlanePoint point in recorder.Plane.Points)
        {
            Law.SameBits("I(X;T)", point.Estimator.Estimate(data.X.Samples, Samples.FromRows<double>(layer, 2)).Value.Nats, point.Input.Value.Nats);
            Law.SameBits("I(T;Y)", point.Estimator.Estimate(Samples.FromRows<double>(layer, 2), data.Y.Samples).Value.Nats, point.Target.Value.Nats);
        }
    }

    // What a classifier's plane needs: its inputs are numbers, and its targets labels.
    [Fact]
    public void Record_SamplesBeforeAndLabelsBehind_GivesTheNumbersOfKraskovAndRoss()
    {
        Observations data = DataSets.Related(1, 60, 2);
        Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        double[] layer = [.. data.X.Values.ToArray().Select(Math.Tanh)];
        InformationPlaneRecorder<double> recorder = new(data.X.Samples, labels, Estimators.NearestNeighbours(4));
        recorder.Record(0, "hidden", Samples.FromRows<double>(layer, 2));

        InformationPlanePoint point = Assert.Single(recorder.Plane.Points);
        Law.SameBits("I(X;T)", Estimators.Kraskov(4).Estimate(data.X.Samples, Samples.FromRows<double>(layer, 2)).Value.Nats, point.Input.Value.Nats);
        Law.SameBits("I(T;Y)", Estimators.Ross(4).Estimate(Samples.FromRows<double>(layer, 2), labels).Value.Nats, point.Target.Value.Nats);
        Assert.Equal(Estimators.NearestNeighbours(4), point.Input.Estimator);
        Assert.Equal(EntropyKind.None, point.Input.EntropyKind);
        Assert.True(point.Target.EntropyY.IsDefined);
    }

    // What a permutation test measures, from representations that it keeps.
    [Fact]
    public void Measure_PermutedRepresentations_IsBitwiseThatOfPermutedVariables()
    {
        Observations data = DataSets.Related(4, 60, 2);
        Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        int[] order = data.Permutation(60);
        EstimationOptions options = EstimationOptions.Default;
        IRepresentingEstimator kraskov = Estimators.Kraskov();
        RepresentationPair pair = new(kraskov.Represent(data.X.Samples, "x", options), kraskov.Represent(data.Y.Samples, "y", options).Permuted(order)!);
        Law.SameBits("I", kraskov.Estimate(data.X.Samples, data.Y.Rows(order).Samples).Value.Nats, kraskov.Measure([pair], options, 0)[0].Value.Nats);

        IRepresentingEstimator ross = Estimators.Ross();
        pair = new(ross.Represent(data.X.Samples, "x", options), ross.Represent(labels, "y").Permuted(order)!);
        int[] codes = [.. order.Select(row => labels.Codes[row])];
        Law.SameBits("I", ross.Estimate(data.X.Samples, Symbols.FromLabels(codes)).Value.Nats, ross.Measure([pair], options, 0)[0].Value.Nats);
    }

    [Fact]
    public void Record_LabelsOnBothSides_GivesTheNumbersOfDirectCallsAndAPlane()
    {
        Observations data = DataSets.Related(1, 60, 2);
        Symbols inputs = Symbols.FromRows(data.X.Map(Math.Round).Samples);
        Symbols labels = Symbols.FromRows(data.Y.Map(Math.Round).Samples);
        InformationPlaneRecorder<double> recorder = new(inputs, labels, Estimators.Ross());
        recorder.Record(0, "hidden", data.X.Samples);

        InformationPlanePoint point = Assert.Single(recorder.Plane.Points);
        Law.SameBits("I(X;T)", Estimators.Ross().Estimate(inputs, data.X.Samples).Value.Nats, point.Input.Value.Nats);
        Law.SameBits("I(T;Y)", Estimators.Ross().Estimate(data.X.Samples, labels).Value.Nats, point.Target.Value.Nats);

        // H(T) is not measured: an empty field, and no word of it in the picture.
        StringWriter csv = new();
        recorder.Plane.WriteCsv(csv);
        string[] fields = csv.ToString().Split('\n')[1].Split(',');
        Assert.Equal("", fields[5]);
        Assert.Equal("", fields[8]);
        StringWriter svg = new();
        recorder.Plane.WriteSvg(svg);
        Assert.DoesNotContain("NaN", csv.ToString() + svg, StringComparison.Ordinal);
    }
}
