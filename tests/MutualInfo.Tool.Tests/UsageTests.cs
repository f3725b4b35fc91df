using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("Unrecognized command or argument 'estimat'.", "estimat")]
    [InlineData("Option '--x' is required.", "estimate", "--y", "b.npy", "--estimator", "exact")]
    [InlineData("Option '--estimator' is required.", "estimate", "--x", "a.npy", "--y", "b.npy")]
    [InlineData("Unrecognized command or argument '--estimater'.", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimater", "exact")]
    [InlineData("'a.txt' has no ending that is known; expected .npy, .npz:name, .csv, .tsv, .idx or .idx.gz, or the word distinct.", "estimate", "--x", "a.txt", "--y", "b.npy", "--estimator", "exact")]
    [InlineData("--x and --y are both 'distinct'", "estimate", "--x", "distinct", "--y", "distinct", "--estimator", "exact")]
    [InlineData("'exakt' is no estimator. Did you mean 'exact'?", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimator", "exakt")]
    [InlineData("'label' is no kind of variable. Did you mean 'labels'? Kinds: labels, samples.", "estimate", "--x", "a.npy", "--x-as", "label", "--y", "b.npy", "--estimator", "exact")]
    [InlineData("'jsn' is no value of --format. Did you mean 'json'? Values of --format: table, json, csv.", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimator", "exact", "--format", "jsn")]
    [InlineData("--threads is 0; a whole number of at least 1 is expected.", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimator", "exact", "--threads", "0")]
    [InlineData("--threads is many; a whole number of at least 1 is expected.", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimator", "exact", "--threads", "many")]
    [InlineData("'tpu' is no value of --backend. Did you mean 'cpu'?", "estimate", "--x", "a.npy", "--y", "b.npy", "--estimator", "exact", "--backend", "tpu")]
    [InlineData("Option '--activations' is required.", "plane", "--estimator", "exact", "--out", "o")]
    [InlineData("Option '--out' is required.", "plane", "--activations", "run", "--estimator", "exact")]
    [InlineData("--labels is 'distinct'; a file of labels is expected.", "plane", "--activations", "run", "--labels", "distinct", "--estimator", "exact", "--out", "o")]
    [InlineData("sigma-x and sigma-y have no meaning in a plane", "plane", "--activations", "run", "--estimator", "renyi:sigma-x=1,sigma-y=2", "--out", "o")]
    [InlineData("the estimator kde:variance=0.001 is given 2 times; once is expected.", "plane", "--activations", "run", "--estimator", "kde", "--estimator", "kde:variance=1e-3", "--out", "o")]
    [InlineData("Required argument missing for command: 'info'.", "info")]
    [InlineData("'a.bin' has no ending that is known", "info", "a.bin")]
    public async Task Run_WrongUsage_ExitsWithTwoAndSaysWhy(string message, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("mutualinfo estimate --x", "--help")]
    [InlineData("mutualinfo estimate --x", "estimate", "--help")]
    [InlineData("mutualinfo plane --activations", "plane", "--help")]
    [InlineData("mutualinfo info ", "info", "--help")]
    [InlineData("mutualinfo count --x", "count", "--help")]
    [InlineData("mutualinfo merge a.counts", "merge", "--help")]
    public async Task Run_Help_ShowsAnExample(string example, params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("Example", run.Output, StringComparison.Ordinal);
        Assert.Contains(example, run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Run_HelpExamples_AreValidCommandLines()
    {
        foreach (string command in (string[])["", "estimate", "plane", "count", "merge", "info"])
        {
            Invocation help = await Invocation.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            foreach (string example in help.Output.Split('\n').Where(line => line.StartsWith("  mutualinfo ", StringComparison.Ordinal) && !line.Contains('[', StringComparison.Ordinal)))
            {
                // The files are not there, which is bad input (1), not wrong usage (2).
                Invocation run = await Invocation.RunAsync([.. example.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)]);
                Assert.True(run.ExitCode == ExitCode.Refused, $"{example}: {run.Error}");
            }
        }
    }

    [Fact]
    public async Task Run_Version_IsPrinted()
    {
        Invocation run = await Invocation.RunAsync("--version");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }
}
