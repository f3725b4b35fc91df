using MutualInfo.Discrete;

namespace MutualInfo.Tests.Guards;

/// <summary>Tables that are no joint distribution.</summary>
public class JointTableGuards
{
    [Fact]
    public void JointDistribution_Null_Throws()
    {
        Refusal.Null("joint", () => JointDistribution.FromTable((double[,])null!));
        Refusal.Null("joint", () => JointDistribution.FromTable((double[][])null!));
        Refusal.Argument("joint", () => JointDistribution.FromTable([[1], null!]), "joint[1] is null");
    }

    [Fact]
    public void JointDistribution_Ragged_ThrowsNamingTheRow() =>
        Refusal.Argument("joint", () => JointDistribution.FromTable([[1, 2], [3, 4], [5]]), "joint[2] has 1 cells", "joint[0] has 2");

    [Theory]
    [InlineData(-0.5, "joint[1, 2] is -0.5"), InlineData(double.NaN, "joint[1, 2] is NaN"), InlineData(double.PositiveInfinity, "joint[1, 2] is Infinity")]
    public void JointDistribution_CellThatIsNoWeight_ThrowsNamingIt(double cell, string tells)
    {
        Refusal.Argument("joint", () => JointDistribution.FromTable(new[,] { { 1, 1, 1 }, { 1, 1, cell } }), tells, "0 or more");
        Refusal.Argument("joint", () => JointDistribution.FromTable([[1, 1, 1], [1, 1, cell]]), tells, "0 or more");
    }

    [Fact]
    public void JointDistribution_AllZero_Throws() =>
        Refusal.Argument("joint", () => JointDistribution.FromTable(new double[2, 3]), "6 cells and all are 0");

    [Theory, InlineData(0, 0), InlineData(0, 3), InlineData(3, 0)]
    public void JointDistribution_NoCells_Throws(int rows, int columns) =>
        Refusal.Argument("joint", () => JointDistribution.FromTable(new double[rows, columns]), "joint has no cells");

    // The ends of the doubles' range: products of such weights would overflow, or vanish.
    [Theory, InlineData(1e308), InlineData(1e-308), InlineData(double.Epsilon)]
    public void JointDistribution_ExtremeWeights_AreMeasured(double weight)
    {
        JointDistribution joint = JointDistribution.FromTable(new[,] { { weight, 0 }, { 0, weight } });
        // The sum of four rounded terms: a few units in the last place.
        Assert.Equal(Math.Log(2), joint.MutualInformation.Nats, 4e-16);
        Assert.Equal(Math.Log(2), joint.JointEntropy.Nats);
    }
}
