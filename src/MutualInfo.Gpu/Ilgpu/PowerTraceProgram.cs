using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>Traces of powers on the device: Gram matrices, and one pass that multiplies each with itself.</summary>
internal sealed class PowerTraceProgram
{
    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly ReductionShape _shape;
    private readonly int _lanes;
    private readonly GramProgram _gram;
    private readonly Action<KernelConfig, ArrayView<double>, ArrayView<GramTile>, int, ArrayView<double>> _partial;

    public PowerTraceProgram(Accelerator accelerator, DeviceMemory memory, GramProgram gram)
    {
        _accelerator = accelerator;
        _memory = memory;
        _gram = gram;
        _shape = LaunchSizes.Shape(accelerator);
        _lanes = LaunchSizes.TileLanes(accelerator);
        _partial = accelerator.LoadStreamKernel<ArrayView<double>, ArrayView<GramTile>, int, ArrayView<double>>(PowerTraceKernel.Partial);
    }

    /// <summary>Adds up the traces of a power of every matrix of a batch, each as its Gram matrix has it.</summary>
    public double Run(IReadOnlyList<WeightedGram> batch, int power, EstimationOptions options)
    {
        BatchLayout layout = new(batch, _shape);
        AcceleratorStream stream = _accelerator.DefaultStream;
        using DeviceMemory.Lent<double> matrices = _memory.Rent<double>(layout.MatrixNumbers);
        _gram.Run(layout, matrices.View);
        options.CancellationToken.ThrowIfCancellationRequested();
        options.Progress?.Report(0.5);

        using DeviceMemory.Lent<GramTile> tiles = _memory.Rent<GramTile>(layout.Tiles.Length);
        using DeviceMemory.Lent<double> traces = _memory.Rent<double>(layout.Tiles.Length);
        tiles.Write(stream, layout.Tiles);
        _partial(
            new KernelConfig(new Index3D(layout.Tiles.Length, 1, 1), new Index3D(_lanes, _lanes, 1)), matrices.View, tiles.View, power, traces.View);
        double[] found = new double[layout.Tiles.Length];
        traces.View.CopyToCPU(stream, found);
        options.Progress?.Report(1);
        return Total(layout, batch, found, power);
    }

    // The tiles lie in the order of their matrices.
    private static double Total(BatchLayout layout, IReadOnlyList<WeightedGram> batch, double[] found, int power)
    {
        double total = 0;
        int tile = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            double trace = 0;
            for (; tile < found.Length && layout.Tiles[tile].Matrix == layout.Places[i].Matrix; tile++)
                trace += found[tile];
            total += trace * Math.Pow(batch[i].Scale, power);
        }

        return total;
    }
}
