using MutualInfo.Training;
using MutualInfo.Training.LinearAlgebra;

namespace MutualInfo.SampleTests.Training;

public class PositiveDefiniteTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void Invert_TimesTheMatrix_IsTheIdentity(int n)
    {
        Matrix<double> root = GradientCheck.Numbers(n, 2 * n, new Random(n)), matrix = new(), product = new();
        Product.WithTransposed(root, root, matrix);
        Product.Of(new PositiveDefinite().Invert(matrix), matrix, product);
        for (int i = 0; i < n; i++)
        {
            // The condition of such matrices is some hundreds, and so many roundings of 2e−16 add up.
            for (int j = 0; j < n; j++)
                Assert.Equal(i == j ? 1 : 0, product[i][j], 1e-11);
        }
    }

    [Fact]
    public void Invert_IndefiniteOrNotSquare_IsRefused()
    {
        var matrix = new Matrix<double>(2, 2);
        new[] { 1.0, 2, 2, 1 }.CopyTo(matrix.Values);
        Assert.Throws<ArithmeticException>(() => new PositiveDefinite().Invert(matrix));
        Assert.Throws<ArgumentException>(() => new PositiveDefinite().Invert(new Matrix<double>(2, 3)));
    }
}
