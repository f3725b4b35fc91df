using MutualInfo.Training;

namespace MutualInfo.SampleTests.Training;

public class OrderedSumTests
{
    // Whole numbers: every order gives the same bits, so nothing is forgiven. Lengths around every vector width.
    [Fact]
    public void Sums_AnyLength_EqualLoops()
    {
        var random = new Random(1);
        for (int length = 0; length <= 70; length++)
        {
            float[] x = [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(-99, 100))];
            float[] y = [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(-99, 100))];
            Assert.Equal(x.Sum(), OrderedSum.Of<float>(x));
            Assert.Equal(x.Zip(y, (a, b) => a * b).Sum(), OrderedSum.OfProducts<float>(x, y));
        }
    }

    [Fact]
    public void Sums_AtAnyPlaceInMemory_AreBitwiseEqual()
    {
        var random = new Random(2);
        float[] values = [.. Enumerable.Range(0, 1000).Select(_ => random.NextSingle() - 0.5f)];
        float sum = OrderedSum.Of<float>(values), products = OrderedSum.OfProducts<float>(values, values);
        float[] elsewhere = new float[1100];
        for (int shift = 0; shift < 64; shift++)
        {
            values.CopyTo(elsewhere, shift);
            ReadOnlySpan<float> moved = elsewhere.AsSpan(shift, values.Length);
            Assert.Equal(sum, OrderedSum.Of(moved));
            Assert.Equal(products, OrderedSum.OfProducts(moved, moved));
        }
    }
}
