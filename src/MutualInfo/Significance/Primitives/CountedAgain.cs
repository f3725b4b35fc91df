using System.Collections.Concurrent;

namespace MutualInfo.Significance.Primitives;

/// <summary>The counting family: codes and both histograms stay, and only the pairs are counted again.</summary>
/// <param name="y">The symbols of y, to be permuted.</param>
/// <param name="information">The information, in nats, of x and the permuted y.</param>
internal sealed class CountedAgain(Symbols y, Func<Symbols, EstimationOptions, double> information) : PermutedInformation
{
    // As many as threads that were here at once: none is allocated for the next permutation.
    private readonly ConcurrentBag<int[]> _spareCodes = [];

    public override double Nats(ReadOnlySpan<int> order, EstimationOptions options)
    {
        if (!_spareCodes.TryTake(out int[]? codes))
            codes = new int[y.Count];
        double nats = information(y.Permuted(order, codes), options);
        _spareCodes.Add(codes);
        return nats;
    }
}
