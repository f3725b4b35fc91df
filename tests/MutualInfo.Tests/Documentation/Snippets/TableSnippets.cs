using MutualInfo.Discrete;

namespace MutualInfo.Tests.Documentation.Snippets;

public class TableSnippets
{
    [Fact]
    public void JointDistribution_SymmetricChannel_HasItsCapacity()
    {
        #region joint-distribution
        // A binary symmetric channel that flips every tenth bit, with a fair input.
        JointDistribution channel = JointDistribution.FromTable(new[,] { { 0.45, 0.05 }, { 0.05, 0.45 } });

        Information capacity = channel.MutualInformation;               // 0.5310 bits
        Information noise = channel.EntropyYGivenX;                     // 0.4690 bits
        #endregion

        double entropy = -0.1 * Math.Log2(0.1) - 0.9 * Math.Log2(0.9);
        Assert.Equal(1 - entropy, capacity.Bits, 1e-15);
        Assert.Equal(entropy, noise.Bits, 1e-15);
    }
}
