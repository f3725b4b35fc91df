using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Gpu.Tests.Laws;

/// <summary>Every estimator that visits pairs, on the data of the CPU's laws: its estimates there and on the device differ by rounding.</summary>
/// <remarks>One seed and few samples: on the emulator a barrier costs what a thousand samples cost on the CPU.</remarks>
public class EstimatorLaws
{
    private const int Seed = 0;
    private const int MostSamples = 9;

    public static TheoryData<string> Names =>
        Specimens.Promising(Promises.None);

    [EmulatorTheory, MemberData(nameof(Names))]
    public void Estimate_OnTheDevice_IsTheCpus(string name) => ForAll(name, (estimator, data, tolerance) =>
        Law.IsNear(estimator.Estimate(data, EstimationOptions.Default), estimator.Estimate(data, Emulator.OnDevice), tolerance));

    private static void ForAll(string name, Action<IMutualInformationEstimator, Observations, double> law)
    {
        Specimen specimen = Specimens.Named(name);
        int held = 0;
        foreach (Observations whole in DataSets.For(Seed))
        {
            Observations data = whole.Shortened(MostSamples);
            if (!specimen.Takes(data))
                continue;
            law(specimen.For(data), data, specimen.Rounding);
            held++;
        }

        Assert.True(held > 0, $"{name} took none of the data.");
    }
}
