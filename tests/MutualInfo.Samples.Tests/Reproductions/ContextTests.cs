using MutualInfo.InformationPlanes;
using MutualInfo.InformationPlanes.Reproductions;

namespace MutualInfo.SampleTests.Reproductions;

public class ContextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void RunAll_AnyNumberOfThreads_GivesResultsInTheOrderOfTheWorks(int threads)
    {
        ReproductionContext context = Context(threads, new List<IRunStatus>());
        IReadOnlyList<int> results = context.RunAll("squares", [.. Enumerable.Range(0, 20).Select(i => new Work<int>(_ =>
        {
            Thread.Sleep((20 - i) % 3);
            return i * i;
        }))]);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i * i), results);
    }

    [Fact]
    public void RunAll_UnequalWeights_SumUpToTheShareDone()
    {
        List<IRunStatus> heard = [];
        Context(1, heard).RunAll("two", [Work(weight: 3), Work(weight: 1)]);
        Assert.Equal([0.375, 0.75, 0.875, 1], heard.Select(status => status.Fraction));
        Assert.Equal([false, false, false, true], heard.Select(status => status.IsLast));
    }

    [Fact]
    public void RunAll_AWorkFails_ItsOwnExceptionComesOut() => Assert.Throws<InvalidDataException>(() =>
        Context(2, []).RunAll("fails", [Work(1), new Work<int>(_ => throw new InvalidDataException())]));

    [Fact]
    public void Seeds_FirstIsTheGreatest_StayValid()
    {
        var options = new ReproductionOptions { FirstSeed = int.MaxValue };
        Assert.Equal([int.MaxValue, 0], new ReproductionContext(options, 2, "", new Progress<IRunStatus>(), default).Seeds);
    }

    private static Work<int> Work(double weight) => new(progress =>
    {
        progress.Report(0.5);
        return 0;
    })
    {
        Weight = weight,
    };

    private static ReproductionContext Context(int threads, List<IRunStatus> heard) =>
        new(new ReproductionOptions { Threads = threads }, 1, "", new Listener(heard), CancellationToken.None);

    private sealed class Listener(List<IRunStatus> heard) : IProgress<IRunStatus>
    {
        public void Report(IRunStatus value) => heard.Add(value);
    }
}
