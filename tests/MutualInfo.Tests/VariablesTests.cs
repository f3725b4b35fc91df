using System.Numerics.Tensors;

namespace MutualInfo.Tests;

/// <summary>The two kinds of variable and the owner of samples: what they hold, not what they refuse (see Guards).</summary>
public class VariablesTests
{
    [Fact]
    public void FromRows_FlatNumbers_AreSamplesRowByRow()
    {
        float[] values = [1, 2, 3, 4, 5, 6];
        Samples<float> samples = Samples.FromRows(values, 3);
        Assert.Equal(2, samples.Count);
        Assert.Equal(3, samples.Dimension);
        Assert.Equal([4f, 5f, 6f], samples[1].ToArray());

        // A view: what changes in the array changes in the samples.
        values[5] = 7;
        Assert.Equal(7, samples[1][2]);
    }

    [Fact]
    public void FromMatrixAndFromTensor_SameNumbers_AreTheSameSamples()
    {
        double[,] matrix = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
        Samples<double> fromMatrix = Samples.FromMatrix(matrix);
        Samples<double> fromTensor = Samples.FromTensor(new ReadOnlyTensorSpan<double>([1.0, 2, 3, 4, 5, 6], [3, 2], []));
        Samples<double> fromVector = Samples.FromTensor(new ReadOnlyTensorSpan<double>([1.0, 2, 3], [3], []));
        Assert.Equal((3, 2), (fromMatrix.Count, fromMatrix.Dimension));
        Assert.Equal((3, 2), (fromTensor.Count, fromTensor.Dimension));
        Assert.Equal((3, 1), (fromVector.Count, fromVector.Dimension));
        Assert.True(fromMatrix.Values.SequenceEqual(fromTensor.Values));
    }

    [Fact]
    public void Append_BatchesOfRows_GathersThemAndClearForgets()
    {
        SampleMatrix<double> matrix = new(2);
        matrix.Append([1.0, 2, 3, 4]);
        matrix.Append(Samples.FromRows([5.0, 6], 2));
        Assert.Equal(3, matrix.Count);
        Assert.Equal([1, 2, 3, 4, 5, 6], matrix.AsSamples().Values.ToArray());
        matrix.Clear();
        Assert.Equal(0, matrix.AsSamples().Count);
        matrix.Append([7.0, 8]);
        Assert.Equal([7, 8], matrix.AsSamples()[0].ToArray());
    }

    [Fact]
    public void FromLabels_AnyType_CountsUpInOrderOfAppearance()
    {
        int[] expected = [0, 1, 0, 2];
        Assert.Equal(expected, Symbols.FromLabels([7, int.MinValue, 7, int.MaxValue]).Codes.ToArray());
        Assert.Equal(expected, Symbols.FromLabels([7L, long.MinValue, 7L, long.MaxValue]).Codes.ToArray());
        Assert.Equal(expected, Symbols.FromLabels([7.0, -1e300, 7.0, 1e300]).Codes.ToArray());
        Assert.Equal(expected, Symbols.FromLabels<float>([7, -1, 7, 0]).Codes.ToArray());
        Assert.Equal([2, 1, 1], Symbols.FromLabels([7, int.MinValue, 7, int.MaxValue]).Histogram.ToArray());
    }

    [Fact]
    public void FromOneHot_Rows_AreTheirColumns() =>
        Assert.Equal([0, 1, 0], Symbols.FromOneHot(Samples.FromRows([0.0, 1, 1, 0, 0, 1], 2)).Codes.ToArray());

    [Fact]
    public void FromRows_TheTwoZeros_AreOneSymbol()
    {
        Symbols symbols = Symbols.FromRows(Samples.FromRows([0.0, 1, -0.0, 1, 0, 2], 2));
        Assert.Equal([0, 0, 1], symbols.Codes.ToArray());
    }

    [Fact]
    public void Join_TwoVariables_TellsPairsApart()
    {
        Symbols x = Symbols.FromLabels([1, 1, 2, 2, 1]);
        Symbols y = Symbols.FromLabels([5, 6, 5, 5, 5]);
        Assert.Equal([0, 1, 2, 2, 0], Symbols.Join(x, y).Codes.ToArray());
        Assert.Equal(5, Symbols.Join(Symbols.Distinct(5), y).AlphabetSize);
    }
}
