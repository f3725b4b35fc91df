using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Row sums on the device: the launches, in their order.</summary>
internal sealed class RowSumProgram
{
    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly int _lanes;
    private readonly Action<KernelConfig, ArrayView<double>, int, ArrayView<RowStripe>, int, double, ArrayView<double>, int> _partial;
    private readonly Action<KernelConfig, ArrayView<double>, int, ArrayView<RowStripe>, int, FourFactors, ArrayView<double>, int> _partialAt;
    private readonly Action<KernelConfig, ArrayView<float>, int, ArrayView<RowStripe>, int, float, ArrayView<double>, int> _singlePartial;
    private readonly Action<Index1D, ArrayView<double>, int, int, ArrayView<double>> _total;

    public RowSumProgram(Accelerator accelerator, DeviceMemory memory)
    {
        _accelerator = accelerator;
        _memory = memory;
        _lanes = LaunchSizes.TileLanes(accelerator);
        _partial = accelerator.LoadStreamKernel<ArrayView<double>, int, ArrayView<RowStripe>, int, double, ArrayView<double>, int>(RowSumKernel.Partial);
        _partialAt = accelerator.LoadStreamKernel<ArrayView<double>, int, ArrayView<RowStripe>, int, FourFactors, ArrayView<double>, int>(RowSumKernel.PartialAt);
        _singlePartial = accelerator.LoadStreamKernel<ArrayView<float>, int, ArrayView<RowStripe>, int, float, ArrayView<double>, int>(
            SingleRowSumKernel.Partial);
        _total = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<double>, int, int, ArrayView<double>>(RowSumKernel.Total);
    }

    /// <summary>The samples of one side of a tile.</summary>
    public int Side(GpuPrecision precision) => _lanes * (precision == GpuPrecision.Single ? SinglePairTile.SamplesOfLane : PairTile.SamplesOfLane);

    /// <summary>Runs a plan that was made for one factor, or for four.</summary>
    public void Run(RowSumPlan plan, ReadOnlySpan<double> factors, Span<double> destination, EstimationOptions options)
    {
        int n = plan.Samples.Count;
        bool isSingle = plan.Precision == GpuPrecision.Single;
        using DeviceMemory.Lent<double> coordinates = _memory.Rent<double>(isSingle ? 0 : plan.Samples.Coordinates.Length);
        using DeviceMemory.Lent<float> singles = _memory.Rent<float>(isSingle ? plan.Samples.Coordinates.Length : 0);
        using DeviceMemory.Lent<RowStripe> stripes = _memory.Rent<RowStripe>(plan.Stripes.Length);
        using DeviceMemory.Lent<double> partial = _memory.Rent<double>(plan.PartialCount);
        using DeviceMemory.Lent<double> sums = _memory.Rent<double>((long)n * plan.Widths);
        AcceleratorStream stream = _accelerator.DefaultStream;
        if (isSingle)
            singles.Write(stream, plan.Samples.CentredSingles());
        else
            coordinates.Write(stream, plan.Samples.Coordinates);
        stripes.Write(stream, plan.Stripes);

        int stripesOfLaunch = plan.StripesOfLaunch;
        for (int first = 0; first < plan.Stripes.Length; first += stripesOfLaunch)
        {
            int count = Math.Min(stripesOfLaunch, plan.Stripes.Length - first);
            Launch(plan, factors, coordinates.View, singles.View, stripes.View.SubView(first, count), partial.View);
            if (count == plan.Stripes.Length)
                break;
            stream.Synchronize();
            options.CancellationToken.ThrowIfCancellationRequested();
            options.Progress?.Report((first + count) / (double)plan.Stripes.Length);
        }

        _total(n * plan.Widths, partial.View, plan.Shares, n, sums.View);
        double[] found = new double[n * plan.Widths];
        sums.View.CopyToCPU(stream, found);
        found.AsSpan(0, destination.Length).CopyTo(destination);
        options.Progress?.Report(1);
    }

    private void Launch(
        RowSumPlan plan,
        ReadOnlySpan<double> factors,
        ArrayView<double> coordinates,
        ArrayView<float> singles,
        ArrayView<RowStripe> stripes,
        ArrayView<double> partial)
    {
        KernelConfig groups = new(new Index3D(stripes.IntLength, plan.Shares, 1), new Index3D(_lanes, _lanes, 1));
        int dimension = plan.Samples.Dimension;
        int n = plan.Samples.Count;
        if (plan.Precision == GpuPrecision.Single)
        {
            _singlePartial(groups, singles, dimension, stripes, plan.Shares, (float)Math.Max(factors[0], -float.MaxValue), partial, n);
            return;
        }

        if (plan.Widths == 1)
        {
            _partial(groups, coordinates, dimension, stripes, plan.Shares, factors[0], partial, n);
            return;
        }

        FourFactors four = new(factors[0], factors[1], factors[2], factors[3]);
        _partialAt(groups, coordinates, dimension, stripes, plan.Shares, four, partial, n);
    }
}
