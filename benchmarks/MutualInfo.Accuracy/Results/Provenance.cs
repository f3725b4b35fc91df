using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MutualInfo.Kernels;

namespace MutualInfo.Accuracy.Results;

/// <summary>When and of what numbers were measured.</summary>
/// <param name="Date">The day, as 2026-04-01.</param>
/// <param name="Commit">The commit whose code gave them; what was not committed yet is not in its name.</param>
/// <param name="Runtime">The runtime, the vectors and the cores.</param>
internal sealed record Provenance(string Date, string Commit, string Runtime)
{
    public static Provenance Of(string root) => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Git(root, "rev-parse", "--short", "HEAD"),
        $"{RuntimeInformation.FrameworkDescription}, {CpuBackend.Shared.Name}, {Environment.ProcessorCount} cores");

    private static string Git(string root, params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardOutput = true })!;
        string text = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return text;
    }
}
