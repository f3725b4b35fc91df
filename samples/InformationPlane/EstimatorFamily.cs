using MutualInfo.Discrete;

namespace MutualInfo.InformationPlanes;

/// <summary>An estimator and the short name that it has in the summary.</summary>
public sealed record EstimatorFamily(string Name, IMutualInformationEstimator Estimator)
{
    /// <summary>Gets the families whose cost allows all 4096 samples.</summary>
    public static IReadOnlyList<EstimatorFamily> ForAllSamples(ActivationFunction activation) =>
    [
        // tanh and softmax have a range of their own. ReLU has not: its layers differ by orders of magnitude, so each has its own.
        new("binning", Estimators.Binning(30, activation == ActivationFunction.Tanh ? BinRange.Given(-1, 1) : BinRange.PerLayer)),
        new("adaptive", Estimators.AdaptiveBinning(30)),
        new("exact", Estimators.ExactDiscrete()),
        new("KDE", Estimators.KernelDensity(noiseVariance: 0.001)),
        new("aKDE", Estimators.AdaptiveKernelDensity()),
    ];

    /// <summary>Gets the families that need the eigenvalues of n × n matrices: n³ operations, too many for all samples.</summary>
    public static IReadOnlyList<EstimatorFamily> ForSubset { get; } = [new("Rényi", Estimators.MatrixRenyi(order: 1.01))];
}
