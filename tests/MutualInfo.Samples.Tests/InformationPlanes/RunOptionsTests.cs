using MutualInfo.InformationPlanes;

namespace MutualInfo.SampleTests.InformationPlanes;

public class RunOptionsTests
{
    [Fact]
    public void Parse_Nothing_IsTheDefault() => Assert.Equal(new RunOptions(), RunOptions.Parse([]));

    [Fact]
    public void Parse_AllOptionsInBothSpellings_TakesThem()
    {
        var expected = new RunOptions
        {
            Activation = ActivationFunction.Relu, Epochs = 12, Seed = 0, OutputFolder = "a b", Threads = 3,
        };
        Assert.Equal(expected, RunOptions.Parse(["--activation", "relu", "--epochs", "12", "--seed", "0", "--out", "a b", "--threads", "3"]));
        Assert.Equal(expected, RunOptions.Parse(["--activation=relu", "--epochs=12", "--seed=0", "--out=a b", "--threads=3"]));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Parse_Help_IsWanted(string option) => Assert.True(RunOptions.Parse(["--seed", "3", option]).IsHelpWanted);

    [Theory]
    [InlineData("There is no option --epoch.", "--epoch", "3")]
    [InlineData("There is no option 3.", "3")]
    [InlineData("--epochs needs a value.", "--epochs")]
    [InlineData("--out needs a value.", "--out=")]
    [InlineData("--epochs is 0; expected a whole number from 1 to 2147483647.", "--epochs", "0")]
    [InlineData("--seed is -1; expected a whole number from 0 to 2147483647.", "--seed", "-1")]
    [InlineData("--threads is 1.5; expected a whole number from 1 to 2147483647.", "--threads=1.5")]
    [InlineData("--activation is elu; expected tanh or relu.", "--activation", "elu")]
    public void Parse_WrongOption_SaysWhich(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => RunOptions.Parse(arguments)).Message);
}
