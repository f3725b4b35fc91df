using System.Collections.Concurrent;
using MutualInfo.Discrete.Primitives;

namespace MutualInfo.Significance.Primitives;

/// <summary>The counting family: codes and both histograms stay, and only the pairs are counted again.</summary>
/// <param name="x">The symbols of x.</param>
/// <param name="y">The symbols of y, to be permuted.</param>
/// <param name="information">The information, in nats, of a joint histogram.</param>
internal sealed class CountedAgain(Symbols x, Symbols y, Func<CountsOfCounts, double> information) : PermutedInformation
{
    // As many as threads that were here at once: none is allocated for the next permutation.
    private readonly ConcurrentBag<int[]> _spareCodes = [];

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options)
    {
        if (!_spareCodes.TryTake(out int[]? codes))
            codes = new int[y.Count];
        double nats = information(JointCounts.Of(x, y.Permuted(order, codes), options));
        _spareCodes.Add(codes);
        return nats;
    }
}
