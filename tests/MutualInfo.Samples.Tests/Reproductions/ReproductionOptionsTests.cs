using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.SampleTests.Reproductions;

public class ReproductionOptionsTests
{
    [Fact]
    public void Parse_AllOptions_TakesThem()
    {
        var expected = new ReproductionOptions
        {
            Size = RunSize.Full,
            SeedCount = 3,
            FirstSeed = 0,
            MnistFolder = "a b",
            OutputFolder = "c",
            Threads = 1,
        };
        Assert.Equal(
            expected,
            ReproductionOptions.Parse(["--full", "--seeds=3", "--seed", "0", "--mnist", "a b", "--out=c", "--threads", "1"]));
        Assert.Equal(new ReproductionOptions(), ReproductionOptions.Parse(["--quick"]));
        Assert.True(ReproductionOptions.Parse(["-h"]).IsHelpWanted);
    }

    [Theory]
    [InlineData("--quick and --full exclude each other; give one.", "--quick", "--full")]
    [InlineData("There is no option --epochs.", "--epochs", "3")]
    [InlineData("There is no option --ci.", "--ci=yes")]
    [InlineData("--seeds is 0; expected a whole number from 1 to 2147483647.", "--seeds", "0")]
    [InlineData("--mnist needs a value.", "--mnist")]
    public void Parse_WrongOption_SaysWhich(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ReproductionOptions.Parse(arguments)).Message);
}
