using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Tests.Arithmetic;

public class UpperTriangleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(129)]
    public void Row_EveryTile_IsMetOnceInOrder(int tiles)
    {
        int index = 0;
        for (int row = 0; row < tiles; row++)
        {
            for (int column = row; column < tiles; column++, index++)
                Assert.Equal((row, column), (UpperTriangle.Row(index, tiles), UpperTriangle.Column(index, UpperTriangle.Row(index, tiles), tiles)));
        }

        Assert.Equal(UpperTriangle.Count(tiles), index);
    }

    // A matrix of order 2²⁰ has 16,384 tiles along it: more than a device's memory holds.
    [Theory]
    [InlineData(16_384)]
    public void Row_EndsOfRowsOfALargeMatrix_AreExact(int tiles)
    {
        int index = 0;
        for (int row = 0; row < tiles; row++)
        {
            Assert.Equal(row, UpperTriangle.Row(index, tiles));
            index += tiles - row;
            Assert.Equal(row, UpperTriangle.Row(index - 1, tiles));
            Assert.Equal(tiles - 1, UpperTriangle.Column(index - 1, row, tiles));
        }
    }
}
