using System.Runtime.Intrinsics;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Hardware;

/// <summary>The path is chosen once, can be named and forced, and results say it.</summary>
public class VectorPathTests
{
    [Fact]
    public void SupportedPaths_WidestFirst_EndWithScalar()
    {
        VectorPath[] expected =
        [
            .. Vector512.IsHardwareAccelerated ? [VectorPath.Vector512] : Array.Empty<VectorPath>(),
            .. Vector256.IsHardwareAccelerated ? [VectorPath.Vector256] : Array.Empty<VectorPath>(),
            .. Vector128.IsHardwareAccelerated ? [VectorPath.Vector128] : Array.Empty<VectorPath>(),
            VectorPath.Scalar,
        ];
        Assert.Equal(expected, CpuBackend.SupportedPaths);
    }

    [Theory]
    [InlineData("512", VectorPath.Vector512)]
    [InlineData(" 256 ", VectorPath.Vector256)]
    [InlineData("128", VectorPath.Vector128)]
    [InlineData("Scalar", VectorPath.Scalar)]
    public void Preferred_Name_TakesThatPathOrSaysThatItIsMissing(string name, VectorPath path)
    {
        CpuBackend backend = CpuBackend.Preferred(name);
        if (CpuBackend.SupportedPaths.Contains(path))
            Assert.Same(CpuBackend.For(path), backend);
        else
            Assert.Contains($"MUTUALINFO_VECTORS = '{name}'", backend.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Preferred_Nothing_TakesTheWidest(string? name) =>
        Assert.Same(CpuBackend.For(CpuBackend.SupportedPaths[0]), CpuBackend.Preferred(name));

    [Fact]
    public void Preferred_Nonsense_TakesTheWidestAndSaysSo()
    {
        CpuBackend backend = CpuBackend.Preferred("avx9");
        Assert.Equal(CpuBackend.SupportedPaths[0], backend.Path);
        Assert.Contains("MUTUALINFO_VECTORS = 'avx9' is not one of its paths", backend.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void For_MissingVectors_SaysWhatThereIs()
    {
        foreach (VectorPath path in Enum.GetValues<VectorPath>())
        {
            if (CpuBackend.SupportedPaths.Contains(path))
                Assert.Equal(path, CpuBackend.For(path).Path);
            else
                Assert.Contains("Scalar", Assert.Throws<PlatformNotSupportedException>(() => CpuBackend.For(path)).Message, StringComparison.Ordinal);
        }

        Assert.Equal("path", Assert.Throws<ArgumentOutOfRangeException>(() => CpuBackend.For((VectorPath)7)).ParamName);
    }

    [Fact]
    public void Estimate_ForcedPath_IsNamedInTheDiagnosticsAndAgrees()
    {
        double[] x = Seeded.Normal(new Random(3), 90 * 4);
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.KernelDensity(0.5), Estimators.MatrixRenyi(), Estimators.MatrixRenyi(2)])
        {
            MutualInformationEstimate expected = estimator.Estimate(Samples.FromRows<double>(x, 4), Symbols.Distinct(90));
            foreach (VectorPath path in CpuBackend.SupportedPaths)
            {
                EstimationOptions options = new() { Backend = CpuBackend.For(path) };
                MutualInformationEstimate actual = estimator.Estimate(Samples.FromRows<double>(x, 4), Symbols.Distinct(90), options);
                Assert.Equal(path == VectorPath.Scalar ? "CPU (scalar)" : $"CPU ({(int)path}-bit)", actual.Diagnostics.Backend);
                // Spectra: the 1e-11 bits of the order-1.01 amplification; the sums are far closer.
                Assert.Equal(expected.Value.Bits, actual.Value.Bits, 1e-11);
            }
        }
    }
}
