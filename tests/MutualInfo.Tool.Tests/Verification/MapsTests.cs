using MutualInfo.Tool.Verification;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Tool.Tests.Verification;

/// <summary>The maps keep information because they are one-to-one.</summary>
public class MapsTests
{
    public static TheoryData<string> Increasing => ["normal CDF", "half-cube", "asinh", "wiggly x", "wiggly y", "bimodal x", "bimodal y"];

    [Theory]
    [MemberData(nameof(Increasing))]
    public void Map_Coordinate_Increases(string name)
    {
        Func<double[], double[]> map = name switch
        {
            "normal CDF" => Maps.NormalCdf,
            "half-cube" => Maps.HalfCube,
            "asinh" => Maps.Asinh,
            "wiggly x" => Maps.WigglyX,
            "wiggly y" => Maps.WigglyY,
            "bimodal x" => Maps.BimodalX,
            _ => Maps.BimodalY,
        };
        double[] mapped = map([.. Enumerable.Range(-500, 1001).Select(i => i / 100.0)]);
        for (int i = 1; i < mapped.Length; i++)
            Assert.True(mapped[i] > mapped[i - 1], $"{name} does not increase at {i}.");
    }

    [Fact]
    public void SwissRoll_Radius_TellsTheNumber()
    {
        for (double u = 0.01; u < 1; u += 0.01)
        {
            double[] rolled = Maps.SwissRoll([u]);
            double t = 21 * Math.Sqrt(rolled[0] * rolled[0] + rolled[1] * rolled[1]);
            Assert.Equal(u, (t / (1.5 * Math.PI) - 1) / 2, 1e-12);
        }
    }

    [Fact]
    public void Spiral_TurnedBack_IsTheVector()
    {
        RandomSource random = new(3);
        for (int i = 0; i < 100; i++)
        {
            double[] x = [random.Normal(), random.Normal(), random.Normal()];
            double[] turned = Maps.Spiral(0, 1)(x);
            double square = x.Sum(v => v * v);
            Assert.Equal(square, turned.Sum(v => v * v), 1e-12);
            (double sine, double cosine) = Math.SinCos(-square / 3);
            Assert.Equal(x[0], cosine * turned[0] - sine * turned[1], 1e-12);
            Assert.Equal(x[1], sine * turned[0] + cosine * turned[1], 1e-12);
            Assert.Equal(x[2], turned[2]);
        }
    }

    [Fact]
    public void Spiral_PlanesOfXAndY_Differ()
    {
        double[] x = [1, 2, 3];
        Assert.Equal(3, Maps.Spiral(0, 1)(x)[2]);
        Assert.Equal(1, Maps.Spiral(1, 2)(x)[0]);
    }
}
