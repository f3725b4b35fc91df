using MutualInfo.Kernels;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Parity;

/// <summary>Calls that fill a span allocate nothing once the pool is warm. Nothing runs beside it that could empty the pool.</summary>
[Collection(nameof(Alone))]
public class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SpanOverloads_OverAndOver_AllocateNothing(int threads)
    {
        const int Count = 300;
        double[] x = Seeded.Normal(new Random(1), Count * 20);
        float[] single = Array.ConvertAll(x, value => (float)value);
        double[] matrix = new double[Count * Count];
        float[] singleMatrix = new float[Count * Count];
        double[] sums = new double[Count];
        Similarity similarity = Similarity.Gaussian(Samples.FromRows<double>(x, 20), 2);
        Similarity joint = Similarity.Join(similarity, Similarity.Delta(Symbols.FromLabels(Seeded.Labels(new Random(2), Count, 4))));
        EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
        for (int warm = 0; warm < 20; warm++)
            All();

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (int call = 0; call < 50; call++)
                All();
        }));

        void All()
        {
            GaussianGram.Fill(Samples.FromRows<double>(x, 20), 2, matrix, options);
            GaussianGram.Fill(Samples.FromRows<float>(single, 20), 2, singleMatrix, options);
            CpuBackend.Shared.RowSums(similarity, sums, options);
            CpuBackend.Shared.RowSums(joint, sums, options);
            CpuBackend.Shared.SquaredNorm(similarity, options);
            CpuBackend.Shared.SquaredNorm(joint, options);
        }
    }
}
