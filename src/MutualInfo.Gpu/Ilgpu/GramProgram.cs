using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>The Gram matrices of a batch on the device: one launch for all.</summary>
internal sealed class GramProgram
{
    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly int _lanes;
    private readonly Action<KernelConfig, ArrayView<double>, ArrayView<double>, ArrayView<GramTile>, ArrayView<double>> _store;

    public GramProgram(Accelerator accelerator, DeviceMemory memory)
    {
        _accelerator = accelerator;
        _memory = memory;
        _lanes = LaunchSizes.TileLanes(accelerator);
        _store = accelerator.LoadStreamKernel<ArrayView<double>, ArrayView<double>, ArrayView<GramTile>, ArrayView<double>>(GramKernel.Store);
    }

    /// <summary>Writes the tiles on and above the diagonal of every matrix.</summary>
    public void Run(BatchLayout layout, ArrayView<double> matrices)
    {
        AcceleratorStream stream = _accelerator.DefaultStream;
        using DeviceMemory.Lent<double> coordinates = _memory.Rent<double>(layout.Coordinates.Length);
        using DeviceMemory.Lent<double> weights = _memory.Rent<double>(layout.Vectors);
        using DeviceMemory.Lent<GramTile> tiles = _memory.Rent<GramTile>(layout.Tiles.Length);
        coordinates.Write(stream, layout.Coordinates);
        weights.Write(stream, layout.Weights);
        tiles.Write(stream, layout.Tiles);
        _store(new KernelConfig(new Index3D(layout.Tiles.Length, 1, 1), new Index3D(_lanes, _lanes, 1)), coordinates.View, weights.View, tiles.View, matrices);
        // The buffers are lent anew only when the launch has read them.
        stream.Synchronize();
    }
}
