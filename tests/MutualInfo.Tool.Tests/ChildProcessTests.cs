using System.Diagnostics;
using System.Text.Json;
using MutualInfo.Tool.Tests.Support;

namespace MutualInfo.Tool.Tests;

/// <summary>The built command as a process of its own: its streams and its exit code are what a script sees.</summary>
public sealed class ChildProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Command_EveryOutcome_HasItsStreamAndExitCode()
    {
        string x = _folder.WriteVector("x.npy", [.. Enumerable.Range(0, 40).Select(i => i * 0.25)]);
        string y = _folder.WriteVector("y.npy", SampleData.Labels(40, 2, seed: 5));

        (int exitCode, string output, string error) = Run("estimate", "--x", x, "--y", y, "--estimator", "exact", "--format", "json");
        Assert.Equal(ExitCode.Success, exitCode);
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal("exact", document.RootElement[0].GetProperty("estimator").GetString());
        Assert.Contains("warning: exact: x is saturated", error, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Refused, Run("estimate", "--x", _folder.At("missing.npy"), "--y", y, "--estimator", "exact").ExitCode);
        Assert.Equal(ExitCode.Usage, Run("estimate", "--x", x).ExitCode);
    }

    [SharedFact]
    public void Command_ReferenceCase_GivesTheReferenceValue()
    {
        string layer = SharedFolder.FileAt("reference", "c01_tanh_n64_d1_T.npy");
        string labels = SharedFolder.FileAt("reference", "c01_tanh_n64_d1_y.npy");
        (int _, string output, string _) = Run("estimate", "--x", layer, "--y", labels, "--estimator", "szt", "--format", "json");
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal(0.7730702042294313, document.RootElement[0].GetProperty("bits").GetDouble(), 1e-12);
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(MutualInfoCommand).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
