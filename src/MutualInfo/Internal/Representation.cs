using System.Numerics;
using MutualInfo.Kernels;

namespace MutualInfo.Internal;

/// <summary>
/// A variable as one estimator sees it: symbols or a similarity, and its entropy once that has been asked for. Holds no view of the
/// caller's memory, so a recorder can keep it between epochs.
/// </summary>
internal abstract class Representation
{
    private readonly Lock _measuring = new();
    private Information? _entropy;

    /// <summary>Gets n.</summary>
    public abstract int Count { get; }

    /// <summary>The entropy of the variable by itself, measured at the first call.</summary>
    /// <remarks>Of several threads one measures and the others wait: at most orders an entropy costs n³. A failure is not kept.</remarks>
    public Information Entropy(Func<Information> measure)
    {
        lock (_measuring)
        {
            _entropy ??= measure();
            return _entropy.Value;
        }
    }
}

/// <summary>A variable of the counting family.</summary>
internal sealed class SymbolsRepresentation(Symbols symbols) : Representation
{
    public Symbols Symbols { get; } = symbols;

    public override int Count => Symbols.Count;
}

/// <summary>A variable of the kernel family.</summary>
internal sealed class SimilarityRepresentation(Similarity similarity, double? bandwidth) : Representation
{
    public Similarity Similarity { get; } = similarity;

    /// <summary>Gets σ; null for symbols.</summary>
    public double? Bandwidth { get; } = bandwidth;

    public override int Count => Similarity.Count;
}

/// <summary>
/// What every estimator of this library is: <em>represent</em> each variable, then <em>measure</em> two representations. The recorder
/// uses it to represent a layer once for both axes, and inputs and targets once for the whole run.
/// </summary>
internal interface IRepresentingEstimator : IMutualInformationEstimator
{
    Representation Represent(Symbols symbols, string paramName);

    Representation Represent<T>(Samples<T> samples, string paramName, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Measures two representations that this estimator has made. <paramref name="startTimestamp"/> is when the work began.</summary>
    MutualInformationEstimate Measure(Representation x, Representation y, EstimationOptions options, long startTimestamp);
}
