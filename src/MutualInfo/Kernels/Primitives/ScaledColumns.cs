using System.Numerics;

namespace MutualInfo.Kernels.Primitives;

/// <summary>The ways to rescale columns, and what results call them.</summary>
internal static class ScaledColumns
{
    /// <summary>Rescales finite samples; null where they are to be used as they are.</summary>
    public static double[]? Of<T>(Samples<T> samples, FeatureScaling scaling) where T : unmanaged, IFloatingPointIeee754<T> => scaling switch
    {
        FeatureScaling.ZScore => ZScore.Of(samples),
        FeatureScaling.Standardize => Standardized.Of(samples),
        _ => null,
    };

    /// <summary>What the text of an estimator adds: <c>, z-scored</c>, or nothing.</summary>
    public static string Suffix(FeatureScaling scaling) => scaling switch
    {
        FeatureScaling.ZScore => ", z-scored",
        FeatureScaling.Standardize => ", standardised",
        _ => "",
    };
}
