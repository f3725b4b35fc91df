using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Row sums on the device: the launches, in their order.</summary>
internal sealed class RowSumProgram
{
    // Enough groups for the multiprocessors of a large device; more shares cost memory and a pass over them.
    private const int WantedGroups = 2048;
    private const int MostShares = 32;

    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly int _lanes;
    private readonly Action<KernelConfig, ArrayView<double>, int, ArrayView<RowStripe>, int, int, ArrayView<double>, int> _partial;
    private readonly Action<Index1D, ArrayView<double>, int, ArrayView<double>> _total;

    public RowSumProgram(Accelerator accelerator, DeviceMemory memory)
    {
        _accelerator = accelerator;
        _memory = memory;
        _lanes = LaunchSizes.TileLanes(accelerator);
        _partial = accelerator.LoadStreamKernel<ArrayView<double>, int, ArrayView<RowStripe>, int, int, ArrayView<double>, int>(RowSumKernel.Partial);
        _total = accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<double>, int, ArrayView<double>>(RowSumKernel.Total);
    }

    public void Run(GroupedSamples samples, int power, Span<double> destination, EstimationOptions options)
    {
        int n = samples.Count;
        RowStripe[] stripes = Stripes(samples);
        // By the stripes alone, and so by the samples: the order of the sums must not depend on what else the device does.
        int shares = Math.Clamp(WantedGroups / stripes.Length, 1, MostShares);
        using DeviceMemory.Lent<double> coordinates = _memory.Rent<double>(samples.Coordinates.Length);
        using DeviceMemory.Lent<RowStripe> stripesThere = _memory.Rent<RowStripe>(stripes.Length);
        using DeviceMemory.Lent<double> partial = _memory.Rent<double>((long)n * shares);
        using DeviceMemory.Lent<double> sums = _memory.Rent<double>(n);
        AcceleratorStream stream = _accelerator.DefaultStream;
        coordinates.Write(stream, samples.Coordinates);
        stripesThere.Write(stream, stripes);

        // A launch of its own for every so many stripes: a cancellation is then heeded in time, whatever n is.
        int stripesOfLaunch = StripesOfLaunch(samples);
        for (int first = 0; first < stripes.Length; first += stripesOfLaunch)
        {
            int count = Math.Min(stripesOfLaunch, stripes.Length - first);
            _partial(
                new KernelConfig(new Index3D(count, shares, 1), new Index3D(_lanes, _lanes, 1)),
                coordinates.View, samples.Dimension, stripesThere.View.SubView(first, count), shares, power, partial.View, n);
            if (count == stripes.Length)
                break;
            stream.Synchronize();
            options.CancellationToken.ThrowIfCancellationRequested();
            options.Progress?.Report((first + count) / (double)stripes.Length);
        }

        _total(n, partial.View, shares, sums.View);
        double[] found = new double[n];
        sums.View.CopyToCPU(stream, found);
        found.CopyTo(destination);
        options.Progress?.Report(1);
    }

    private RowStripe[] Stripes(GroupedSamples samples)
    {
        List<RowStripe> stripes = [];
        int side = 4 * _lanes;
        for (int group = 0; group + 1 < samples.Starts.Length; group++)
        {
            for (int row = samples.Starts[group]; row < samples.Starts[group + 1]; row += side)
                stripes.Add(new RowStripe(row, samples.Starts[group], samples.Starts[group + 1]));
        }

        return [.. stripes];
    }

    // 1e11 differences take some tens of milliseconds on a device that is worth using.
    private int StripesOfLaunch(GroupedSamples samples)
    {
        double differencesOfStripe = 4.0 * _lanes * samples.Count * Math.Max(8, samples.Dimension);
        return (int)Math.Clamp(1e11 / differencesOfStripe, 1, int.MaxValue);
    }
}
