using System.Text.Json;

namespace MutualInfo.Tool.Tests.Support;

/// <summary>One run of the command, in this process, with what it wrote.</summary>
internal sealed record Invocation(int ExitCode, string Output, string Error)
{
    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int exitCode = await MutualInfoCommand.RunAsync(arguments, output, error);
        return new Invocation(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs <c>estimate</c> and reads its JSON.</summary>
    public static async Task<JsonElement[]> EstimateAsync(IEnumerable<string> specs, params string[] arguments)
    {
        Invocation run = await RunAsync(["estimate", .. arguments, .. specs.SelectMany(spec => (string[])["--estimator", spec]), "--format", "json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }
}
