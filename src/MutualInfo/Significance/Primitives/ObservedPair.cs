using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Significance.Primitives;

/// <summary>Two variables observed together.</summary>
internal sealed class ObservedPair<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public ObservedPair(ObservedVariable<T> x, ObservedVariable<T> y)
    {
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        X = x;
        Y = y;
    }

    public ObservedVariable<T> X { get; }

    public ObservedVariable<T> Y { get; }

    /// <summary>Gets n.</summary>
    public int Count => X.Count;

    /// <summary>Some observations, or all in another order.</summary>
    public ObservedPair<T> Rows(ReadOnlySpan<int> rows) => new(X.Rows(rows), Y.Rows(rows));

    /// <summary>Row i of x beside row <paramref name="order"/>[i] of y.</summary>
    public ObservedPair<T> WithYPermuted(ReadOnlySpan<int> order) => new(X, Y.Rows(order));

    public MutualInformationEstimate EstimateBy(IMutualInformationEstimator estimator, EstimationOptions options) =>
        (X.Symbols, Y.Symbols) switch
        {
            ({ } x, { } y) => estimator.Estimate(x, y, options),
            ({ } x, null) => estimator.Estimate(x, Y.Samples, options),
            (null, { } y) => estimator.Estimate(X.Samples, y, options),
            _ => estimator.Estimate(X.Samples, Y.Samples, options),
        };
}

/// <summary>
/// The pairs that a caller can give, checked. Where both variables are symbols, the type of numbers does not matter.
/// </summary>
internal static class ObservedPair
{
    public static ObservedPair<double> Of(Symbols x, Symbols y) =>
        new(new ObservedVariable<double>(x, nameof(x)), new ObservedVariable<double>(y, nameof(y)));

    public static ObservedPair<T> Of<T>(Samples<T> x, Symbols y) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new ObservedVariable<T>(x, nameof(x)), new ObservedVariable<T>(y, nameof(y)));

    public static ObservedPair<T> Of<T>(Symbols x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new ObservedVariable<T>(x, nameof(x)), new ObservedVariable<T>(y, nameof(y)));

    public static ObservedPair<T> Of<T>(Samples<T> x, Samples<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(new ObservedVariable<T>(x, nameof(x)), new ObservedVariable<T>(y, nameof(y)));
}
