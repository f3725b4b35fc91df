using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Tests.Arithmetic;

public class ReflectorTests
{
    [Theory]
    [InlineData(3, 4, 0)]
    [InlineData(-3, 4, 12)]
    [InlineData(0, 1, 1e-9)]
    [InlineData(1, 1e-140, 0)]
    public void Of_AnyVector_TurnsItIntoItsFirstAxis(double alpha, double first, double second)
    {
        Reflector reflector = Reflector.Of(alpha, first * first + second * second);
        double[] x = [alpha, first, second];
        double[] v = [1, first * reflector.Scale, second * reflector.Scale];
        double along = reflector.Tau * (v[0] * x[0] + v[1] * x[1] + v[2] * x[2]);
        double norm = Math.Sqrt(alpha * alpha + first * first + second * second);
        // Three products and sums of numbers up to the norm, each rounded.
        Assert.Equal(reflector.Beta, x[0] - along * v[0], 1e-15 * norm);
        Assert.Equal(0, x[1] - along * v[1], 1e-15 * norm);
        Assert.Equal(0, x[2] - along * v[2], 1e-15 * norm);
        Assert.Equal(norm, Math.Abs(reflector.Beta), 1e-15 * norm);
    }

    // Squares that underflow would give a v that is not of unit length, and a reflection that is none.
    [Fact]
    public void Of_TailTooSmallToSquare_IsTheIdentity()
    {
        Reflector reflector = Reflector.Of(0.5, 1e-320);
        Assert.Equal(0, reflector.Tau);
        Assert.Equal(0.5, reflector.Beta);
    }
}
