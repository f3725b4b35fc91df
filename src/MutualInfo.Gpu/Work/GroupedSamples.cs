using System.Numerics.Tensors;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Gpu.Work;

/// <summary>The samples of a similarity, those of one symbol side by side: only pairs within a group are similar at all.</summary>
internal sealed class GroupedSamples
{
    public GroupedSamples(Similarity similarity)
    {
        using ClassBlocks blocks = new(similarity);
        Dimension = similarity.Dimension;
        Order = new int[similarity.Count];
        Starts = new int[blocks.BlockCount + 1];
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            blocks.Rows(block).CopyTo(Order.AsSpan(Starts[block]));
            Starts[block + 1] = Starts[block] + blocks.Size(block);
        }

        Coordinates = Gather(similarity, Order);
    }

    /// <summary>Gets the sample at every place.</summary>
    public int[] Order { get; }

    /// <summary>Gets where every group begins, and where the last one ends.</summary>
    public int[] Starts { get; }

    /// <summary>Gets the coordinates in this order, row-major.</summary>
    public double[] Coordinates { get; }

    public int Dimension { get; }

    public int Count => Order.Length;

    /// <summary>The coordinates in single precision, less the mean of each feature: what they lose in rounding is then little beside their distances.</summary>
    public float[] CentredSingles()
    {
        double[] means = new double[Dimension];
        for (int i = 0; i < Count; i++)
            TensorPrimitives.Add(means, Coordinates.AsSpan(i * Dimension, Dimension), means);
        TensorPrimitives.Divide(means, Count, means);
        float[] singles = new float[Coordinates.Length];
        double[] row = new double[Dimension];
        for (int i = 0; i < Count; i++)
        {
            TensorPrimitives.Subtract(Coordinates.AsSpan(i * Dimension, Dimension), means, row);
            TensorPrimitives.ConvertTruncating<double, float>(row, singles.AsSpan(i * Dimension, Dimension));
        }

        return singles;
    }

    /// <summary>The coordinates of some samples, row after row.</summary>
    public static double[] Gather(Similarity similarity, ReadOnlySpan<int> samples)
    {
        int d = similarity.Dimension;
        double[] rows = GC.AllocateUninitializedArray<double>(samples.Length * d);
        for (int i = 0; i < samples.Length; i++)
            similarity.Coordinates.Slice(samples[i] * d, d).CopyTo(rows.AsSpan(i * d, d));
        return rows;
    }
}
