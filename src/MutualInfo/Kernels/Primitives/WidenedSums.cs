using MutualInfo.Hardware;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Row sums of one similarity at several bandwidths, block by block.</summary>
internal static class WidenedSums
{
    public static double[][] Of(Similarity similarity, double[] widenings, EstimationOptions options)
    {
        double[][] all = [.. widenings.Select(_ => new double[similarity.Count])];
        using ClassBlocks blocks = new(similarity);
        double[][] own = [.. widenings.Select(_ => new double[similarity.Count])];
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            ReadOnlySpan<int> rows = blocks.Rows(block);
            OfBlock(similarity, blocks, block, widenings, own, ProgressPart.Of(options, block, blocks.BlockCount));
            for (int width = 0; width < all.Length; width++)
            {
                for (int i = 0; i < rows.Length; i++)
                    all[width][rows[i]] = own[width][i];
            }
        }

        return all;
    }

    private static void OfBlock(
        Similarity similarity, in ClassBlocks blocks, int block, double[] widenings, double[][] sums, EstimationOptions options)
    {
        int size = blocks.Size(block);
        // One sample, or samples that only their symbols could tell apart: every similarity in the block is 1.
        if (similarity.Dimension == 0 || size == 1)
        {
            foreach (double[] ofWidth in sums)
                ofWidth.AsSpan(0, size).Fill(size);
            return;
        }

        PairLoops<double> loops = PairLoops.Double(options.VectorPath());
        using PackedSamples<double> packed = blocks.Pack(block, loops, options, widenings.Min());
        GaussianPairs.RowSums(packed.Panels, widenings, [.. sums.Select(ofWidth => ofWidth.AsMemory(0, size))], loops, options);
    }
}
