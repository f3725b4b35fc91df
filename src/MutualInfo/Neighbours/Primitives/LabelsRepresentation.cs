using MutualInfo.Internal;

namespace MutualInfo.Neighbours.Primitives;

/// <summary>Labels as a nearest-neighbour estimator sees them.</summary>
/// <param name="symbols">The labels.</param>
/// <param name="name">What the caller calls the variable.</param>
internal sealed class LabelsRepresentation(Symbols symbols, string name) : Representation
{
    public override Symbols Symbols => symbols;

    public string Name => name;

    public override int Count => symbols.Count;

    /// <inheritdoc/>
    public override Representation Permuted(ReadOnlySpan<int> order)
    {
        int[] codes = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            codes[i] = symbols.Codes[order[i]];
        return WithEntropy(new LabelsRepresentation(MutualInfo.Symbols.FromLabels(codes), name));
    }
}
