using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

/// <summary>The products against three nested loops, in shapes below, at and above every tile and register.</summary>
public class ProductTests
{
    public static TheoryData<int, int, int> Shapes()
    {
        var shapes = new TheoryData<int, int, int>();
        foreach (int rows in new[] { 1, 3, 4, 7, 8, 9, 17 })
        {
            foreach (int inner in new[] { 1, 5, 8, 19 })
            {
                foreach (int columns in new[] { 1, 2, 7, 8, 15, 16, 17, 32, 35, 48, 49, 65 })
                    shapes.Add(rows, inner, columns);
            }
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Products_AnyShape_EqualNestedLoops(int rows, int inner, int columns)
    {
        AssertEqualsLoops<float>(rows, inner, columns);
        AssertEqualsLoops<double>(rows, inner, columns);
    }

    // The promise of Product: ascending inner index, one rounding a step. 32 columns or more take tiles for both types on any processor.
    [Theory]
    [InlineData(4, 3, 32)]
    [InlineData(9, 100, 67)]
    [InlineData(33, 21, 48)]
    public void Products_OfTiles_HaveTheBitsOfFusedLoops(int rows, int inner, int columns)
    {
        AssertFusedBits<float>(rows, inner, columns);
        AssertFusedBits<double>(rows, inner, columns);
    }

    [Fact]
    public void Products_InnerSizesDiffer_IsRefused()
    {
        var a = new Matrix<float>(2, 3);
        Assert.Throws<ArgumentException>(() => Product.Of(a, new Matrix<float>(2, 3), new Matrix<float>()));
        Assert.Throws<ArgumentException>(() => Product.OfTransposed(a, new Matrix<float>(3, 2), new Matrix<float>()));
        Assert.Throws<ArgumentException>(() => Product.WithTransposed(a, new Matrix<float>(3, 2), new Matrix<float>()));
    }

    [Fact]
    public void Products_IntoAFactor_IsRefused()
    {
        var a = new Matrix<float>(3, 3);
        Assert.Throws<ArgumentException>(() => Product.Of(a, new Matrix<float>(3, 3), a));
        Assert.Throws<ArgumentException>(() => Product.WithTransposed(new Matrix<float>(3, 3), a, a));
    }

    private static void AssertFusedBits<T>(int rows, int inner, int columns)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var random = new Random(rows + (100 * inner) + (10_000 * columns));
        Matrix<T> a = Fractions<T>(rows, inner, random), b = Fractions<T>(inner, columns, random);
        var expected = new T[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < inner; k++)
                    expected[(i * columns) + j] = T.FusedMultiplyAdd(a[i][k], b[k][j], expected[(i * columns) + j]);
            }
        }

        AssertProducts(a, b, expected);
    }

    // Whole numbers below 2^24, so that every order of summation gives the same bits and nothing is forgiven.
    private static void AssertEqualsLoops<T>(int rows, int inner, int columns)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var random = new Random(rows + (100 * inner) + (10_000 * columns));
        Matrix<T> a = WholeNumbers<T>(rows, inner, random), b = WholeNumbers<T>(inner, columns, random);
        var expected = new T[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < inner; k++)
                    expected[(i * columns) + j] += a[i][k] * b[k][j];
            }
        }

        AssertProducts(a, b, expected);
    }

    private static void AssertProducts<T>(Matrix<T> a, Matrix<T> b, T[] expected)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        Matrix<T> aTransposed = new(), bTransposed = new(), product = new();
        a.TransposeInto(aTransposed);
        b.TransposeInto(bTransposed);
        Product.Of(a, b, product);
        Assert.Equal(expected, product.Values.ToArray());
        product.Values.Clear();
        Product.OfTransposed(aTransposed, b, product);
        Assert.Equal(expected, product.Values.ToArray());
        product.Values.Clear();
        Product.WithTransposed(a, bTransposed, product);
        Assert.Equal(expected, product.Values.ToArray());
    }

    private static Matrix<T> WholeNumbers<T>(int rows, int columns, Random random)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T value in matrix.Values)
            value = T.CreateChecked(random.Next(-99, 100));
        return matrix;
    }

    private static Matrix<T> Fractions<T>(int rows, int columns, Random random)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T value in matrix.Values)
            value = T.CreateChecked(random.NextDouble() - 0.5);
        return matrix;
    }
}
