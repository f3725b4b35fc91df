using MutualInfo.Tool.Verification.Channels;

namespace MutualInfo.Tool.Tests.Verification;

public class ChannelTests
{
    [Theory]
    [InlineData("binary symmetric p=0.01", 0.6371456)]
    [InlineData("binary symmetric p=0.05", 0.4946319)]
    [InlineData("binary symmetric p=0.1", 0.3680642)]
    [InlineData("binary symmetric p=0.11", 0.3466318)]
    [InlineData("binary symmetric p=0.25", 0.1308120)]
    [InlineData("binary symmetric p=0.1, input 0.3", 0.3159525)]
    [InlineData("erasure e=0.1", 0.6238325)]
    [InlineData("erasure e=0.25", 0.5198604)]
    [InlineData("erasure e=0.5", 0.3465736)]
    [InlineData("Z-channel 1/2", 0.2157616)]
    [InlineData("4-ary symmetric ε=0.1", 0.9513502)]
    [InlineData("10-ary symmetric ε=0.1", 1.7577797)]
    [InlineData("10-ary symmetric ε=0.5", 0.5108256)]
    [InlineData("noisy typewriter, 26 letters", 2.5649494)]
    [InlineData("AND, one input", 0.2157616)]
    [InlineData("AND, both inputs", 0.5623351)]
    [InlineData("XOR, one input", 0)]
    [InlineData("XOR, both inputs", 0.6931472)]
    public void Truth_Channel_IsPrintedValue(string name, double printed) =>
        Assert.Equal(printed, DiscreteChannels.All.Single(channel => channel.Name == name).Truth, 0.5e-7 * 1.001);

    // The chain rule: I(X₁;Y | X₂) = I(X₁X₂;Y) − I(X₂;Y).
    [Theory]
    [InlineData("AND", 0.3465736)]
    [InlineData("XOR", 0.6931472)]
    public void Truth_Gate_ConditionalInformationIsPrintedValue(string gate, double printed)
    {
        double both = DiscreteChannels.All.Single(channel => channel.Name == $"{gate}, both inputs").Truth;
        double one = DiscreteChannels.All.Single(channel => channel.Name == $"{gate}, one input").Truth;
        Assert.Equal(printed, both - one, 0.5e-7 * 1.001);
    }

    [Fact]
    public void Observe_Counts_ListsEveryPair()
    {
        Channel channel = new("test", 0, new[,] { { 2, 0 }, { 1, 1 } });
        (int[] x, int[] y) = channel.Observe();
        Assert.Equal([0, 0, 1, 1], x);
        Assert.Equal([0, 0, 0, 1], y);
        Assert.Equal((2, 2, 3), channel.Alphabets());
    }
}
