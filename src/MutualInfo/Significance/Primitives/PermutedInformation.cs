namespace MutualInfo.Significance.Primitives;

/// <summary>
/// The information of x and a permuted y, for one pair of variables: holds what permuting does not change and measures the rest
/// again.
/// </summary>
/// <remarks>Safe to be asked from several threads at once. The same order gives the same bits.</remarks>
internal abstract class PermutedInformation : IDisposable
{
    /// <summary>
    /// Gets whether one call keeps all cores busy, or needs so much memory that there should be one at a time. The answers do not
    /// depend on it.
    /// </summary>
    public virtual bool TakesAllCores => false;

    /// <summary>The information, in nats, of row i of x beside row <paramref name="order"/>[i] of y.</summary>
    public abstract double Nats(ReadOnlySpan<int> order, EstimationOptions options);

    public virtual void Dispose()
    {
    }
}
