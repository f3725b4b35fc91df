using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// Kernel density at several bandwidths, from one pass over the distances of each variable and one over those of the joint.
/// </summary>
/// <remarks>
/// Two variables whose bandwidths grow alike have a joint whose bandwidth grows as much. Where they do not, the joints are
/// passed over one after another.
/// </remarks>
internal static class KernelDensitySweep
{
    // Two quotients of the same rules' bandwidths differ by their roundings.
    private const double SameQuotient = 4 * 2.220446049250313e-16;

    /// <summary>Measures the entropies of one variable, and keeps them.</summary>
    public static void Measure(Representation[] variable, EstimationOptions options)
    {
        Entropy[] entropies = Entropies(Of(variable), Widenings(variable), options);
        for (int i = 0; i < variable.Length; i++)
        {
            variable[i].Keep(entropies[i].Amount);
            ((SimilarityRepresentation)variable[i]).MeanSimilarity = entropies[i].MeanSimilarity;
        }
    }

    /// <summary>Measures pairs of variables: every entropy that is not known yet.</summary>
    public static MutualInformationEstimate[][] Measure(
        IReadOnlyList<IMutualInformationEstimator> variants, IReadOnlyList<VariantsPair> pairs, EstimationOptions options, long startTimestamp)
    {
        IReadOnlyList<Representation[]> unknown = VariantsPair.Unknown(pairs);
        int parts = unknown.Count + pairs.Count;
        for (int i = 0; i < unknown.Count; i++)
            Measure(unknown[i], ProgressPart.Of(options, i, parts));
        MutualInformationEstimate[][] estimates =
        [
            .. pairs.Select((pair, i) => KernelMeasurement.Assemble(
                variants, pair, Joints(pair, ProgressPart.Of(options, unknown.Count + i, parts)), static (_, _) => null, options)),
        ];
        options.Progress?.Report(1);
        return EstimateTime.Share(estimates, startTimestamp);
    }

    private static (Information, Similarity)[] Joints(VariantsPair pair, EstimationOptions options)
    {
        Similarity x = Of(pair.X), y = Of(pair.Y);
        double[] widthsX = Widenings(pair.X), widthsY = Widenings(pair.Y);
        // Symbols and constants have no bandwidth to grow.
        double[]? common = x.Dimension == 0 ? widthsY : y.Dimension == 0 ? widthsX : Common(widthsX, widthsY);
        if (common is not null)
        {
            Similarity joint = Similarity.Join(x, y);
            return [.. Entropies(joint, common, options).Select(entropy => (entropy.Amount, joint))];
        }

        return
        [
            .. widthsX.Select((width, i) =>
            {
                Similarity joint = Similarity.Join(x.Widened(width), y.Widened(widthsY[i]));
                return (Entropies(joint, [1], ProgressPart.Of(options, i, widthsX.Length))[0].Amount, joint);
            }),
        ];
    }

    private static double[]? Common(double[] x, double[] y)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i] - y[i]) > SameQuotient * x[i])
                return null;
        }

        return x;
    }

    private static Entropy[] Entropies(Similarity similarity, double[] widenings, EstimationOptions options)
    {
        if (similarity.Dimension == 0)
        {
            double[] sums = new double[similarity.Count];
            options.Backend.RowSums(similarity, sums, options);
            Entropy one = Measured(sums);
            return [.. widenings.Select(_ => one)];
        }

        return [.. options.Backend.RowSumsAt(similarity, widenings, options).Select(Measured)];
    }

    private static Entropy Measured(double[] rowSums) =>
        new(Information.FromNats(RowMeanEntropy.Nats(rowSums)), RowMeanEntropy.MeanSimilarity(rowSums));

    private static Similarity Of(Representation[] variable) => ((SimilarityRepresentation)variable[0]).Similarity;

    private static double[] Widenings(Representation[] variable) =>
        [.. variable.Select(seen => seen is VariantRepresentation variant ? variant.Widening : 1)];

    private readonly record struct Entropy(Information Amount, double MeanSimilarity);
}
