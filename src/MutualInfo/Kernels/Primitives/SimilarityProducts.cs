using MutualInfo.Internal;
using MutualInfo.Multivariate.Primitives;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Joint entropies of many subsets of similarities: the entropies of their products.</summary>
internal static class SimilarityProducts
{
    // 256 MB of coordinates pend at a time, so that the subsets of many variables do not all stand in memory together.
    private const long NumbersPending = 1 << 25;

    public static JointEntropy[] Measure(
        IReadOnlyList<Representation> variables,
        IReadOnlyList<VariableSubset> subsets,
        Func<IReadOnlyList<Similarity>, EstimationOptions, Information[]> entropies,
        EstimationOptions options)
    {
        List<JointEntropy> measured = [];
        while (measured.Count < subsets.Count)
        {
            int done = measured.Count;
            List<Similarity> pending = [];
            for (long numbers = 0; done + pending.Count < subsets.Count && numbers < NumbersPending;)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                Similarity product = Product(variables, subsets[done + pending.Count]);
                pending.Add(product);
                numbers += product.Coordinates.Length;
            }

            EstimationOptions share = ProgressPart.Of(options, done, pending.Count, subsets.Count);
            measured.AddRange(entropies(pending, share).Select(entropy => new JointEntropy(entropy)));
        }

        options.Progress?.Report(1);
        return [.. measured];
    }

    private static Similarity Product(IReadOnlyList<Representation> variables, VariableSubset subset)
    {
        Similarity[] factors = new Similarity[subset.Count];
        for (int i = 0; i < factors.Length; i++)
            factors[i] = ((SimilarityRepresentation)variables[subset.Members[i]]).Similarity;
        return Similarity.Product(factors);
    }
}
