namespace MutualInfo.Gpu;

/// <summary>What a benchmark records of a device beside its name.</summary>
/// <param name="Library">The version of ILGPU.</param>
/// <param name="Driver">What drives the device, with its version.</param>
/// <param name="Multiprocessors">How many it has.</param>
/// <param name="Megahertz">The clock at which it may run.</param>
/// <param name="DoublePeak">
/// The double-precision operations per second of its vector units at that clock, a fused multiplication and addition being two; null where
/// the units of its architecture are not known here.
/// </param>
internal sealed record DeviceFigures(string Library, string Driver, int Multiprocessors, int Megahertz, double? DoublePeak);
