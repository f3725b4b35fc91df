using MutualInfo.Gpu.Work;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Work;

/// <summary>What row sums take of a device's memory, and what is refused before anything is allocated.</summary>
public class RowSumPlanTests
{
    // Sides of a tile: of the emulator, and of a GPU.
    public static TheoryData<int> Sides => [8, 64];

    // The matrix alone would take 80 GB. Samples, stripes, the sums of shares and the whole ones, each rounded up to less than twice.
    [Theory, MemberData(nameof(Sides))]
    public void Bytes_OfAHundredThousandSamples_AreALineAndNotASquare(int side)
    {
        const int N = 100_000, D = 10;
        foreach (int widths in (int[])[1, RowSumPlan.MostWidths])
        {
            RowSumPlan plan = new(Samples(N, D, classes: 1), GpuPrecision.Double, side, widths);
            Assert.InRange(plan.Bytes, 8L * N * (D + 2 * widths), 2 * (8L * N * (D + 2 * widths) + 4_194_304));
        }
    }

    [Theory, MemberData(nameof(Sides))]
    public void Bytes_OfTwiceTheSamples_AreAtMostFourTimesAsMany(int side)
    {
        // Twice for the samples, twice for the rounding of pieces: however large n is.
        for (int n = 1000; n <= 64_000; n *= 2)
            Assert.InRange(new RowSumPlan(Samples(2 * n, 3, 1), GpuPrecision.Double, side, 1).Bytes, 1, 4 * new RowSumPlan(Samples(n, 3, 1), GpuPrecision.Double, side, 1).Bytes);
    }

    [Theory, MemberData(nameof(Sides))]
    public void Stripes_OfAnyGroups_HaveEveryRowOnceAndAllColumnsOfItsGroup(int side)
    {
        foreach ((int n, int classes) in ((int, int)[])[(1, 1), (side - 1, 1), (side, 1), (side + 1, 2), (1000, 7)])
        {
            GroupedSamples samples = Samples(n, 2, classes);
            RowSumPlan plan = new(samples, GpuPrecision.Double, side, 1);
            int[] visits = new int[n];
            foreach (RowStripe stripe in plan.Stripes)
            {
                int group = Array.IndexOf(samples.Starts, stripe.FirstColumn);
                Assert.Equal(samples.Starts[group + 1], stripe.End);
                for (int row = stripe.FirstRow; row < Math.Min(stripe.FirstRow + side, stripe.End); row++)
                    visits[row]++;
            }

            Assert.All(visits, count => Assert.Equal(1, count));
            Assert.InRange(plan.Shares, 1, 32);
            Assert.InRange(plan.StripesOfLaunch, 1, plan.Stripes.Length);
        }
    }

    [Fact]
    public void RequireRoom_LessThanItTakes_IsRefusedWithBytesAndAlternatives()
    {
        RowSumPlan plan = new(Samples(1000, 5, 1), GpuPrecision.Double, 64, 1);
        plan.RequireRoom(plan.Bytes, "the device");
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(() => plan.RequireRoom(plan.Bytes - 1, "the device"));
        // 40,000 bytes of samples, 16 stripes of 12, 16 shares of 8,000 and 8,000 for the sums, each in its piece.
        Assert.Equal(40_960 + 4096 + 131_072 + 8192, plan.Bytes);
        Assert.Contains("need 184,320 bytes on the device, which has 184,319 free", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CpuBackend", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_OnADeviceThatIsTooSmall_AllocatesNothing()
    {
        FullDevice device = new() { FreeBytes = 4096 };
        GroupedSamples samples = Samples(1000, 5, 1);
        double[] sums = new double[1000];
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(
            () => GroupedSums.Compute(device, GpuPrecision.Double, samples, [-0.5], sums, EstimationOptions.Default, "the device"));
        // Nine tenths of what is free; what was pooled has been given back first.
        Assert.Contains("which has 3,686 free", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, device.Releases);
    }

    private static GroupedSamples Samples(int n, int d, int classes)
    {
        Random random = new(n);
        Similarity numbers = Similarity.Gaussian(MutualInfo.Samples.FromRows<double>([.. Enumerable.Range(0, n * d).Select(_ => random.NextDouble())], d), 1);
        return new GroupedSamples(classes == 1 ? numbers : Similarity.Join(numbers, Similarity.Delta(Symbols.FromLabels([.. Enumerable.Range(0, n).Select(i => i % classes)]))));
    }

    private sealed class FullDevice : IGpuEngine
    {
        public int Releases { get; private set; }

        public required long FreeBytes { get; init; }

        public long HeldBytes => 0;

        public ReductionShape Shape => ReductionShape.OfEmulator;

        public int TileSide(GpuPrecision precision) => 8;

        public void ReleaseMemory() => Releases++;

        public void RowSums(RowSumPlan plan, ReadOnlySpan<double> factors, Span<double> destination, EstimationOptions options) =>
            Assert.Fail("It was asked for more than it has.");

        public void Spectra(IReadOnlyList<WeightedGram> batch, EstimationOptions options) => throw new NotSupportedException();

        public double TraceOfPower(IReadOnlyList<WeightedGram> batch, int power, EstimationOptions options) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
