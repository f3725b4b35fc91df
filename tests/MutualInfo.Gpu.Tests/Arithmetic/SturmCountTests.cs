using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Tests.Arithmetic;

public class SturmCountTests
{
    // The second difference of n points has the eigenvalues 2 − 2cos(kπ/(n + 1)).
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(33)]
    [InlineData(64)]
    public void Below_SecondDifference_CountsItsEigenvalues(int n)
    {
        double[] diagonal = new double[n + 3], couplings = new double[n + 3];
        diagonal.AsSpan(3).Fill(2);
        couplings.AsSpan(4).Fill(-1);
        for (int k = 1; k <= n; k++)
        {
            double eigenvalue = 2 - 2 * Math.Cos(k * Math.PI / (n + 1));
            Assert.Equal(k - 1, Below(diagonal, couplings, n, eigenvalue - 1e-12));
            Assert.Equal(k, Below(diagonal, couplings, n, eigenvalue + 1e-12));
        }
    }

    // Here a shift meets an eigenvalue of a leading block to the bit: the pivot is exactly 0, and what replaces it must be counted.
    [Fact]
    public void Below_ShiftOnAnEigenvalueOfALeadingBlock_CountsAll()
    {
        double[] diagonal = [0, 0], couplings = [0, 1];
        Assert.Equal(1, SturmCount.Below(new ArrayNumbers(diagonal), new ArrayNumbers(couplings), 0, 2, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void Rounds_OfPoints_AreTheFewestThatResolveADouble(int points)
    {
        double bits = Math.Log2(points + 1);
        Assert.InRange(SectionSearch.Rounds(points) * bits, 56, 56 + bits);
        Assert.Equal(1.0 / (points + 1), SectionSearch.Point(0, 1, 0, points));
        Assert.Equal(points / (points + 1.0), SectionSearch.Point(0, 1, points - 1, points));
    }

    [Fact]
    public void Points_AnyOrder_AreOnesThatHaveRounds() =>
        Assert.All([1, 128, 129, 512, 513, 2048, 2049, 100_000], order => Assert.Contains(SectionSearch.Points(order), new[] { 1, 2, 4, 8 }));

    private static int Below(double[] diagonal, double[] couplings, int n, double x) =>
        SturmCount.Below(new ArrayNumbers(diagonal), new ArrayNumbers(couplings), 3, n, x);
}
