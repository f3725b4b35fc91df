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

    public static MutualInformationEstimate[] Measure(
        IReadOnlyList<IMutualInformationEstimator> variants,
        Representation[] x,
        Representation[] y,
        EstimationOptions options,
        long startTimestamp)
    {
        Similarity ofX = ((SimilarityRepresentation)x[0]).Similarity;
        Similarity ofY = ((SimilarityRepresentation)y[0]).Similarity;
        double[] widthsX = [.. x.Select(Widening)];
        double[] widthsY = [.. y.Select(Widening)];
        Keep(x, Entropies(ofX, widthsX, ProgressPart.Of(options, 0, 3)));
        Keep(y, Entropies(ofY, widthsY, ProgressPart.Of(options, 1, 3)));
        (Information, Similarity)[] joints = Joints(ofX, widthsX, ofY, widthsY, ProgressPart.Of(options, 2, 3));
        RepresentationPair[] pairs = [.. x.Zip(y, (left, right) => new RepresentationPair(left, right))];
        return KernelMeasurement.Assemble(variants, pairs, joints, static (_, _) => null, options, startTimestamp);
    }

    private static (Information, Similarity)[] Joints(
        Similarity x, double[] widthsX, Similarity y, double[] widthsY, EstimationOptions options)
    {
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

    private static void Keep(Representation[] variables, Entropy[] entropies)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            variables[i].Keep(entropies[i].Amount);
            ((SimilarityRepresentation)variables[i]).MeanSimilarity = entropies[i].MeanSimilarity;
        }
    }

    private static double Widening(Representation variable) => variable is VariantRepresentation variant ? variant.Widening : 1;

    private readonly record struct Entropy(Information Amount, double MeanSimilarity);
}
