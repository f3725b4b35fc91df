using MutualInfo.Gpu.Tests.Support;

namespace MutualInfo.Gpu.Tests.Parity;

/// <summary>What can be said of a GPU's code without a GPU: it compiles, everything in it is inlined, and nothing of it lies in slow memory.</summary>
public class KernelAssemblyTests
{
    [EmulatorFact]
    public void Assemblies_EveryKernel_HoldsNoCallAndNoLocalMemory()
    {
        IReadOnlyDictionary<string, string> assemblies = Driver.Assemblies();
        Assert.Equal(11, assemblies.Count);
        foreach ((string kernel, string assembly) in assemblies)
        {
            Assert.Contains(".target sm_", assembly, StringComparison.Ordinal);
            string[] instructions = [.. assembly.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))];
            string[] slow = [.. instructions.Where(line => line.Contains("call", StringComparison.Ordinal) || line.Contains(".local", StringComparison.Ordinal))];
            Assert.True(slow.Length == 0, $"{kernel}: {string.Join(" | ", slow)}");
        }
    }

    // The rate of the tile depends on it: an operation whose rounding is not spelled out may be fused with the next, x·x with the sum it goes to.
    [EmulatorFact]
    public void Assemblies_TileOfPairs_LeavesFusingToTheDevice()
    {
        IReadOnlyDictionary<string, string> assemblies = Driver.Assemblies();
        foreach (string kernel in (string[])["RowSumKernel.Partial", "RowSumKernel.PartialAt", "GramKernel.Store"])
        {
            int products = assemblies[kernel].Split("mul.f64").Length - 1;
            Assert.True(products >= 16, $"{kernel} has {products} products; one for each of 16 pairs is expected.");
            Assert.DoesNotContain("add.rn.f64", assemblies[kernel], StringComparison.Ordinal);
            Assert.DoesNotContain("mul.rn.f64", assemblies[kernel], StringComparison.Ordinal);
        }
    }
}
