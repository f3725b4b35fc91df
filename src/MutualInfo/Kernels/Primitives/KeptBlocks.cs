namespace MutualInfo.Kernels.Primitives;

/// <summary>
/// The joint Gram matrix of x and a permuted y, from matrices that were filled once: entry (i, j) is
/// <c>kx(i, j)·ky(order[i], order[j])</c>.
/// </summary>
/// <param name="structure">Which pairs of samples differ, and their blocks.</param>
/// <param name="x">kx, n × n; null where symbols alone tell samples of x apart.</param>
/// <param name="y">ky, n × n; null where symbols alone tell samples of y apart.</param>
/// <param name="order">Which row of y stands beside each of x.</param>
internal sealed class KeptBlocks(BlockStructure structure, double[]? x, double[]? y, int[] order) : IGramBlocks
{
    public BlockStructure Structure => structure;

    public void FillLowerTriangle(int block, Span<double> destination, int stride, EstimationOptions options)
    {
        ReadOnlySpan<int> samples = structure.Samples(block);
        for (int i = 0; i < samples.Length; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Fill(samples[i], samples[..(i + 1)], destination.Slice(i * stride, i + 1));
        }
    }

    public void FillMatrix(int block, Span<double> destination, int stride, EstimationOptions options)
    {
        ReadOnlySpan<int> samples = structure.Samples(block);
        for (int i = 0; i < samples.Length; i++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Fill(samples[i], samples, destination.Slice(i * stride, samples.Length));
        }
    }

    private void Fill(int sample, ReadOnlySpan<int> others, Span<double> row)
    {
        int n = order.Length;
        ReadOnlySpan<double> inX = x is null ? [] : x.AsSpan(sample * n, n);
        ReadOnlySpan<double> inY = y is null ? [] : y.AsSpan(order[sample] * n, n);
        ReadOnlySpan<int> rowsOfY = order;
        if (inY.IsEmpty)
        {
            for (int j = 0; j < row.Length; j++)
                row[j] = inX[others[j]];
        }
        else if (inX.IsEmpty)
        {
            for (int j = 0; j < row.Length; j++)
                row[j] = inY[rowsOfY[others[j]]];
        }
        else
        {
            for (int j = 0; j < row.Length; j++)
                row[j] = inX[others[j]] * inY[rowsOfY[others[j]]];
        }
    }
}
