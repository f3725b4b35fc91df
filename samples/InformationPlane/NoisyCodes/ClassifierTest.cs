namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>What a test of a classifier has come to.</summary>
/// <param name="Error">The share of samples that were classified wrongly, without noise.</param>
/// <param name="Rates">The mean rate of every noisy layer, which bounds its I(X;Z).</param>
public sealed record ClassifierTest(double Error, IReadOnlyList<Information> Rates);
