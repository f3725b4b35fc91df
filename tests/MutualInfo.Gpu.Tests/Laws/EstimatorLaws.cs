using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Gpu.Tests.Laws;

/// <summary>Every estimator that visits pairs, on the data of the CPU's laws: what holds there holds on the device, to rounding.</summary>
/// <remarks>Few samples and one seed: on the emulator a barrier costs what a thousand samples cost on the CPU.</remarks>
public class EstimatorLaws
{
    private const int Seed = 0;
    private const int MostSamples = 9;

    // Sums of similarities agree to 1e-12 relative; the logarithm of a mean makes that absolute.
    private const double OfSums = 1e-12;

    public static TheoryData<string> Names =>
        [.. Specimens.All.Where(specimen => (specimen.Promises & (Promises.KernelDensity | Promises.MatrixRenyi)) != 0).Select(specimen => specimen.Name)];

    [EmulatorTheory, MemberData(nameof(Names))]
    public void Estimate_OnTheDevice_IsTheCpus(string name) => ForAll(name, (estimator, data, tolerance) =>
        Law.IsNear(estimator.Estimate(data), estimator.Estimate(data, Emulator.OnDevice), tolerance));

    [EmulatorTheory, MemberData(nameof(Names))]
    public void Estimate_SwappedVariables_IsTheSame(string name) => ForAll(name, (estimator, data, tolerance) =>
    {
        MutualInformationEstimate swapped = estimator.Estimate(data.Swapped, Emulator.OnDevice);
        Law.IsNear(
            estimator.Estimate(data, Emulator.OnDevice), swapped with { EntropyX = swapped.EntropyY, EntropyY = swapped.EntropyX }, tolerance);
    });

    private static void ForAll(string name, Action<IMutualInformationEstimator, Observations, double> law)
    {
        Specimen specimen = Specimens.Named(name);
        int held = 0;
        foreach (Observations whole in DataSets.For(Seed))
        {
            Observations data = whole.Shortened(MostSamples);
            if (!specimen.Takes(data))
                continue;
            law(specimen.For(data), data, Math.Max(OfSums, specimen.Rounding));
            held++;
        }

        Assert.True(held > 0, $"{name} took none of the data.");
    }
}
