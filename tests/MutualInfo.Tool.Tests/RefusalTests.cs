namespace MutualInfo.Tool.Tests;

public class RefusalTests
{
    // A device that was lost in the middle of a command is news of the machine: one line, and no trace.
    [Fact]
    public void IsRefusal_FailureOfADevice_IsOneAndAFaultOfThisProgramIsNot()
    {
        Assert.True(CommandRun.IsRefusal(new InvalidOperationException("the device was lost") { Source = typeof(Gpu.GpuBackend).Assembly.GetName().Name }));
        Assert.True(CommandRun.IsRefusal(new InsufficientMemoryException()));
        Assert.False(CommandRun.IsRefusal(new InvalidOperationException("a sequence was empty") { Source = "System.Linq" }));
        Assert.False(CommandRun.IsRefusal(new FormatException()));
    }
}
