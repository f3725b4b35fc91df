using System.Diagnostics;
using System.Globalization;

namespace MutualInfo.Tests.Laws;

/// <summary>Vectors of every width and no vectors at all give the same estimates: X2.</summary>
public class CodePathLaws
{
    private static readonly string[] _switches = ["EnableAVX512", "EnableAVX2", "EnableHWIntrinsic"];

    // Counts: bits. Kernels: 1e-13 of the entropy where it is above 1 nat and of 1 nat below, since row sums are what is held to 1e-13
    // and the logarithm makes that absolute. Spectra: 1e-11 bits, the bound of reliability.md, since n eigenvalues carry n·ε each.
    [Fact]
    public async Task Estimates_UnderEveryCodePath_AgreeTo1e13()
    {
        string[] expected = await Run(null);
        HashSet<string> lanes = [expected[0]];
        foreach (string path in _switches)
        {
            string[] actual = await Run(path);
            lanes.Add(actual[0]);
            Assert.Equal(expected.Length, actual.Length);
            for (int i = 1; i < expected.Length; i++)
                Compare(path, expected[i].Split('|'), actual[i].Split('|'));
        }

        // Where the machine has vectors to switch off, switching them off must have shown: else nothing was compared.
        if (System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated)
            Assert.True(lanes.Count > 1, "Every run used vectors of one width.");
    }

    private static void Compare(string path, string[] expected, string[] actual)
    {
        Assert.Equal(expected[0], actual[0]);
        for (int i = 1; i < expected.Length; i++)
        {
            string what = $"{expected[0]}, number {i}, DOTNET_{path}=0";
            (double left, double right) = (Number(expected[i]), Number(actual[i]));
            if (expected[0].StartsWith("counting", StringComparison.Ordinal))
                Law.SameBits(what, left, right);
            else
                Law.Near(what, left, right, expected[0].StartsWith("kernel", StringComparison.Ordinal) ? 1e-13 * Math.Max(1, Number(expected[^1])) : 6.9e-12);
        }
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static async Task<string[]> Run(string? switchedOff)
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, "MutualInfo.CodePaths.dll");
        string host = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet"
            ? own
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        ProcessStartInfo start = new(host) { ArgumentList = { "exec", assembly }, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string one in _switches)
            start.Environment.Remove("DOTNET_" + one);
        if (switchedOff is not null)
            start.Environment["DOTNET_" + switchedOff] = "0";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
