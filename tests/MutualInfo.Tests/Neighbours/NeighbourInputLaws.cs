using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Neighbours;

/// <summary>What the laws say about units and about the memory of the caller, for KSG and Ross: S7, T6 and X5.</summary>
public class NeighbourInputLaws
{
    public static TheoryData<string> All => NeighbourLaws.All;

    // S7, 2 ulp.
    [Theory, MemberData(nameof(All))]
    public void Estimate_InBitsAndNats_AreOneAmount(string name) => NeighbourLaws.ForAll(name, (estimator, data) =>
        Law.IsOneAmount(estimator.Estimate(data)));

    // T6: a slice, a matrix, and samples that were gathered.
    [Theory, MemberData(nameof(All))]
    public void Estimate_WhereverTheNumbersLie_IsBitwiseEqual(string name) => NeighbourLaws.ForAll(name, (estimator, data) =>
    {
        int d = data.X.Dimension;
        double expected = estimator.Estimate(data).Value.Nats;
        double[] room = [double.NaN, .. data.X.Values, double.NaN];
        double[,] matrix = new double[data.Count, d];
        Buffer.BlockCopy(data.X.Values.ToArray(), 0, matrix, 0, sizeof(double) * matrix.Length);
        SampleMatrix<double> gathered = new(d);
        gathered.Append(data.X.Samples);
        Law.SameBits("I of a slice", expected, Of(Samples.FromRows<double>(room.AsSpan(1, data.X.Values.Length), d)));
        Law.SameBits("I of a matrix", expected, Of(Samples.FromMatrix(matrix)));
        Law.SameBits("I of gathered samples", expected, Of(gathered.AsSamples()));

        double Of(Samples<double> x) =>
            (data.Y.IsLayer ? estimator.Estimate(x, data.Y.Samples) : estimator.Estimate(x, data.Y.Symbols)).Value.Nats;
    });

    // X5.
    [Theory, MemberData(nameof(All))]
    public void Estimate_AnyData_LeavesItsInputsAlone(string name) => NeighbourLaws.ForAll(name, (estimator, data) =>
    {
        (double[] x, double[] y) = (data.X.Values.ToArray(), data.Y.Values.ToArray());
        estimator.Estimate(data);
        Assert.True(data.X.Values.SequenceEqual(x));
        Assert.True(data.Y.Values.SequenceEqual(y));
    });
}
