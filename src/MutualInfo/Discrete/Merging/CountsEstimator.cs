using System.Numerics;

namespace MutualInfo.Discrete.Merging;

/// <summary>What estimates from counts are estimates of, where x and y have bins of their own: a discretizer for each.</summary>
internal sealed record CountsEstimator(IDiscretizer X, IDiscretizer Y, IEntropyEstimator Entropy) : IMutualInformationEstimator
{
    public Estimand Estimand => Estimand.Binned($"{X} and {Y}");

    /// <summary>The estimator that gives the same for all samples at once.</summary>
    public static IMutualInformationEstimator For(SymbolKind x, SymbolKind y, IEntropyEstimator entropy)
    {
        // Labels and bytes are symbols already, so the other variable alone says what the discretizer is.
        IDiscretizer? ofX = DiscretizerOf(x);
        IDiscretizer? ofY = DiscretizerOf(y);
        return ofX is null || ofY is null || ofX.Equals(ofY)
            ? new DiscreteEstimator(ofX ?? ofY ?? new ExactRows()) { Entropy = entropy }
            : new CountsEstimator(ofX, ofY, entropy);
    }

    public MutualInformationEstimate Estimate(Symbols x, Symbols y, EstimationOptions? options = null) =>
        Of(X).Estimate(x, y, options) with { Estimator = this };

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Symbols y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Of(X).Estimate(x, y, options) with { Estimator = this };

    public MutualInformationEstimate Estimate<T>(Samples<T> x, Samples<T> y, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Of(X).Estimate(x, Y.Encode(y), options) with { Estimator = this };

    public override string ToString()
    {
        string discretizers = $"x by {X}, y by {Y}";
        return Entropy is PlugIn ? discretizers : $"{discretizers}, {Entropy}";
    }

    private DiscreteEstimator Of(IDiscretizer discretizer) => new(discretizer) { Entropy = Entropy };

    private static IDiscretizer? DiscretizerOf(SymbolKind kind) =>
        kind.Discretizer ?? (kind.Origin == SymbolOrigin.Numbers ? new ExactRows() : (IDiscretizer?)null);
}
