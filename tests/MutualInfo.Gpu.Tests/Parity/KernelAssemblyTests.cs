using MutualInfo.Gpu.Tests.Support;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>What can be said of a GPU's code without a GPU: it compiles, everything in it is inlined, and nothing of it lies in slow memory.</summary>
public class KernelAssemblyTests
{
    [EmulatorFact]
    public void Assemblies_EveryKernel_HoldsNoCallAndNoLocalMemory()
    {
        IReadOnlyDictionary<string, string> assemblies = Driver.Assemblies();
        Assert.Equal(7, assemblies.Count);
        foreach ((string kernel, string assembly) in assemblies)
        {
            Assert.Contains(".target sm_", assembly, StringComparison.Ordinal);
            string[] instructions = [.. assembly.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))];
            string[] slow = [.. instructions.Where(line => line.Contains("call", StringComparison.Ordinal) || line.Contains(".local", StringComparison.Ordinal))];
            Assert.True(slow.Length == 0, $"{kernel}: {string.Join(" | ", slow)}");
        }
    }

    // A fused multiplication and addition for each of the sixteen pairs of a feature: what the rate of the tile depends on.
    [EmulatorFact]
    public void Assemblies_TileOfPairs_FusesItsOperations()
    {
        IReadOnlyDictionary<string, string> assemblies = Driver.Assemblies();
        foreach (string kernel in (string[])["RowSumKernel.Partial", "GramKernel.Store"])
        {
            int fused = assemblies[kernel].Split('\n').Count(line => line.Contains("fma.rn.f64", StringComparison.Ordinal));
            Assert.True(fused >= 16, $"{kernel} has {fused} fused operations; 16 pairs of a feature are expected.");
        }
    }
}
