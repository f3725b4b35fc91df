using System.Numerics.Tensors;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Guards;

/// <summary>What cannot become samples or symbols.</summary>
public class VariableGuards
{
    [Theory, InlineData(0), InlineData(-3)]
    public void FromRows_DimensionBelowOne_Throws(int value) =>
        Refusal.OutOfRange("dimension", () => Samples.FromRows<double>([1, 2], value), $"dimension is {value}", "at least 1");

    [Fact]
    public void FromRows_LengthNoMultipleOfDimension_Throws() => Refusal.Argument(
        "values", () => Samples.FromRows<double>([1, 2, 3, 4, 5], 3), "values has 5 numbers", "dimension = 3", "2 are left over", "Check the width");

    [Theory, InlineData(0), InlineData(-3)]
    public void FromBytes_WidthBelowOne_Throws(int value) =>
        Refusal.OutOfRange("width", () => Symbols.FromBytes([1, 2], value), $"width is {value}", "at least 1");

    [Fact]
    public void FromBytes_LengthNoMultipleOfWidth_Throws() => Refusal.Argument(
        "rows", () => Symbols.FromBytes([1, 2, 3, 4, 5], 3), "rows has 5 bytes", "width = 3", "2 are left over", "Check the width");

    [Fact]
    public void FromMatrix_Null_Throws() => Refusal.Null("values", () => Samples.FromMatrix<double>(null!));

    [Fact]
    public void FromTensor_RankThree_Throws() => Refusal.Argument(
        "values", () => Samples.FromTensor(new ReadOnlyTensorSpan<double>(new double[8], [2, 2, 2])), "rank 3", "expected rank 2", "Reshape");

    [Fact]
    public void FromTensor_Transposed_Throws() => Refusal.Argument(
        "values", () => Samples.FromTensor(new ReadOnlyTensorSpan<double>(new double[6], [2, 3], [1, 2])), "strided or transposed", "Copy it first");

    [Fact]
    public void FromTensor_EveryOtherColumn_Throws() => Refusal.Argument(
        "values", () => Samples.FromTensor(new ReadOnlyTensorSpan<double>(new double[12], [2, 3], [6, 2])), "strided or transposed", "Copy it first");

    [Fact]
    public void FromTensor_EveryOtherRow_Throws() => Refusal.Argument(
        "values", () => Samples.FromTensor(new ReadOnlyTensorSpan<double>(new double[12], [2, 3], [6, 1])), "strided or transposed", "Copy it first");

    [Fact]
    public void FromTensor_MoreNumbersThanASpanHolds_ThrowsWithTheProduct() => Refusal.OutOfRange(
        "values",
        () => Samples.FromTensor(new ReadOnlyTensorSpan<double>(new double[1], [70_000, 70_000], [0, 0])),
        "values is 4900000000",
        "70000 samples of dimension 70000");

    [Fact]
    public void SampleMatrix_MoreNumbersThanAnArrayHolds_Throws() =>
        Refusal.OutOfRange("capacity", () => _ = new SampleMatrix<double>(70_000, 70_000), "capacity is 70000", "dimension 70000");

    [Fact]
    public void SampleMatrix_ImpossibleSizes_Throws()
    {
        Refusal.OutOfRange("dimension", () => _ = new SampleMatrix<double>(0), "dimension is 0");
        Refusal.OutOfRange("capacity", () => _ = new SampleMatrix<double>(2, -1), "capacity is -1");
    }

    [Fact]
    public void Append_OtherDimensionOrLength_Throws()
    {
        SampleMatrix<double> matrix = new(3);
        Refusal.Argument("batch", () => matrix.Append(Samples.FromRows<double>([1, 2], 2)), "batch has dimension 2", "dimension 3");
        Refusal.Argument("values", () => matrix.Append([1, 2]), "values has 2 numbers", "dimension = 3");
        Assert.Equal(0, matrix.Count);
    }

    [Theory, InlineData(-1), InlineData(2), InlineData(int.MaxValue)]
    public void Indexer_NoSuchSample_Throws(int value) =>
        Refusal.OutOfRange("row", () => _ = Samples.FromScalars([1.0, 2.0])[value].Length, $"row is {value}", "below 2");

    [Fact]
    public void FromLabels_NegativeAndExtremeLabels_AreSymbols()
    {
        int[] labels = [int.MinValue, -1, int.MaxValue, -1];
        long[] wide = [long.MinValue, long.MaxValue, long.MinValue, 0];
        Assert.Equal([0, 1, 2, 1], Symbols.FromLabels(labels).Codes.ToArray());
        Assert.Equal([0, 1, 0, 2], Symbols.FromLabels(wide).Codes.ToArray());
    }

    [Theory, InlineData(double.NaN, "NaN"), InlineData(0.5, "0.5"), InlineData(double.PositiveInfinity, "Infinity")]
    public void FromLabels_LabelNotWhole_Throws(double label, string said) =>
        Refusal.Argument("labels", () => Symbols.FromLabels([1, 2, label]), $"labels[2] is {said}", "whole numbers");

    [Fact]
    public void FromRows_NaN_Throws() =>
        Refusal.Argument("rows", () => Symbols.FromRows(Samples.FromRows<double>([1, 2, 3, double.NaN], 2)), "rows[1][1] is NaN");

    [Theory]
    [InlineData(0.0, 0.0), InlineData(1.0, 1.0), InlineData(0.5, 0.5), InlineData(1.0, 0.1), InlineData(double.NaN, 1.0), InlineData(2.0, 0.0)]
    public void FromOneHot_MalformedRow_Throws(double first, double second) => Refusal.Argument(
        "rows", () => Symbols.FromOneHot(Samples.FromRows<double>([0, 1, first, second], 2)), "rows[1] is not one-hot", "exactly one 1");

    [Fact]
    public void FromOneHot_NegativeZeros_AreZeros() =>
        Assert.Equal([0, 1], Symbols.FromOneHot(Samples.FromRows<double>([1, -0.0, -0.0, 1], 2)).Codes.ToArray());

    [Fact]
    public void FromRows_BothZeros_AreOneSymbol() => Assert.Equal(1, Symbols.FromRows(Samples.FromScalars([0.0, -0.0])).AlphabetSize);

    [Fact]
    public void Distinct_NegativeCount_Throws() => Refusal.OutOfRange("count", () => Symbols.Distinct(-1), "count is -1");

    [Fact]
    public void Join_NullOrOtherCounts_Throws()
    {
        Refusal.Null("x", () => Symbols.Join(null!, Symbols.Distinct(1)));
        Refusal.Null("y", () => Symbols.Join(Symbols.Distinct(1), null!));
        Refusal.Argument("y", () => Symbols.Join(Symbols.Distinct(2), Symbols.Distinct(3)), "x has 2 samples and y has 3");
    }

    [Fact]
    public void Information_NaN_Throws()
    {
        Refusal.OutOfRange("nats", () => Information.FromNats(double.NaN), "nats is NaN");
        Refusal.OutOfRange("bits", () => Information.FromBits(double.NaN), "bits is NaN");
    }

    [Fact]
    public void EstimationOptions_ImpossibleValues_Throw()
    {
        Refusal.OutOfRange("MaxDegreeOfParallelism", () => _ = new EstimationOptions { MaxDegreeOfParallelism = 0 }, "-1 (all cores) or at least 1");
        Refusal.OutOfRange("MaxDegreeOfParallelism", () => _ = EstimationOptions.Default with { MaxDegreeOfParallelism = -2 }, "is -2");
        Refusal.Null("Backend", () => _ = new EstimationOptions { Backend = null! });
    }

    [Fact]
    public void FromScalars_AnEmptySpan_IsRefusedByTheEstimatorOnly() => Law.SameBits("n", 0, Samples.FromScalars<double>([]).Count);
}
