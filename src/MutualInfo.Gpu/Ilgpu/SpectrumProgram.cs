using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;
using MutualInfo.Kernels.Primitives.Device;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>The spectra of a batch on the device: Gram matrices, their reduction, the eigenvalues. One sequence of launches for all matrices.</summary>
internal sealed class SpectrumProgram
{
    // A queue of launches cannot be taken back: so many columns, some milliseconds, may still run after a cancellation.
    private const int ColumnsBetweenLooks = 64;

    // Below this many eigenvalues a device has idle threads, so that each interval is cut at several points at once.
    private const int ThreadsWorthFilling = 1 << 16;
    private const int MostPoints = 32;

    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly int _lanes;
    private readonly int _columnGroup;
    private readonly int _rowGroup;
    private readonly Action<KernelConfig, ArrayView<double>, ArrayView<double>, ArrayView<GramTile>, ArrayView<double>> _gram;
    private readonly Action<KernelConfig, int, ReductionViews> _nextColumn;
    private readonly Action<KernelConfig, int, ReductionViews> _updateAndMultiply;
    private readonly Action<KernelConfig, ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>> _bound;
    private readonly Action<KernelConfig, ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>, int, int, ArrayView<double>> _bisect;

    public SpectrumProgram(Accelerator accelerator, DeviceMemory memory)
    {
        _accelerator = accelerator;
        _memory = memory;
        _lanes = LaunchSizes.TileLanes(accelerator);
        _columnGroup = LaunchSizes.VectorGroup(accelerator, 256);
        _rowGroup = LaunchSizes.VectorGroup(accelerator, 128);
        _gram = accelerator.LoadStreamKernel<ArrayView<double>, ArrayView<double>, ArrayView<GramTile>, ArrayView<double>>(GramKernel.Store);
        _nextColumn = accelerator.LoadStreamKernel<int, ReductionViews>(ReductionKernel.NextColumn);
        _updateAndMultiply = accelerator.LoadStreamKernel<int, ReductionViews>(ReductionKernel.UpdateAndMultiply);
        _bound = accelerator.LoadStreamKernel<ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>>(EigenvalueKernel.Bound);
        _bisect = accelerator.LoadStreamKernel<ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>, int, int, ArrayView<double>>(
            EigenvalueKernel.Bisect);
    }

    /// <summary>Runs a batch, the largest matrices first.</summary>
    public void Run(IReadOnlyList<WeightedGram> batch, EstimationOptions options)
    {
        BatchLayout layout = new(batch, 4 * _lanes);
        AcceleratorStream stream = _accelerator.DefaultStream;
        using DeviceMemory.Lent<double> matrices = _memory.Rent<double>(layout.MatrixNumbers);
        Gram(layout, matrices.View, stream);

        using DeviceMemory.Lent<MatrixPlace> places = _memory.Rent<MatrixPlace>(batch.Count);
        places.Write(stream, layout.Places);
        using DeviceMemory.Lent<double> v = Zeros(layout.Vectors, stream), w = Zeros(layout.Vectors, stream);
        using DeviceMemory.Lent<double> next = Zeros(layout.Vectors, stream), product = Zeros(layout.Vectors, stream);
        using DeviceMemory.Lent<double> diagonal = Zeros(layout.Vectors, stream), couplings = Zeros(layout.Vectors, stream);
        using DeviceMemory.Lent<double> tau = Zeros(batch.Count, stream);
        ReductionViews views = new(places.View, matrices.View, v.View, w.View, next.View, product.View, tau.View, diagonal.View, couplings.View);
        Reduce(layout, views, stream, options);

        using DeviceMemory.Lent<double> eigenvalues = _memory.Rent<double>(layout.Vectors);
        Bisect(layout, views, eigenvalues.View, stream);
        double[] found = new double[layout.Vectors];
        eigenvalues.View.CopyToCPU(stream, found);
        for (int i = 0; i < batch.Count; i++)
            batch[i].Keep(found.AsSpan(layout.Places[i].Vectors, batch[i].Size));
        options.Progress?.Report(1);
    }

    private void Gram(BatchLayout layout, ArrayView<double> matrices, AcceleratorStream stream)
    {
        using DeviceMemory.Lent<double> coordinates = _memory.Rent<double>(layout.Coordinates.Length);
        using DeviceMemory.Lent<double> weights = _memory.Rent<double>(layout.Vectors);
        using DeviceMemory.Lent<GramTile> tiles = _memory.Rent<GramTile>(layout.Tiles.Length);
        coordinates.Write(stream, layout.Coordinates);
        weights.Write(stream, layout.Weights);
        tiles.Write(stream, layout.Tiles);
        _gram(new KernelConfig(new Index3D(layout.Tiles.Length, 1, 1), new Index3D(_lanes, _lanes, 1)), coordinates.View, weights.View, tiles.View, matrices);
        // The buffers are lent anew only when the launch has read them.
        stream.Synchronize();
    }

    private void Reduce(BatchLayout layout, ReductionViews views, AcceleratorStream stream, EstimationOptions options)
    {
        int largest = layout.Places[0].Size;
        int active = layout.Places.Length;
        for (int column = 0; column < largest; column++)
        {
            while (layout.Places[active - 1].Size <= column)
                active--;
            _nextColumn(new KernelConfig(active, _columnGroup), column, views);
            int rows = largest - column - 1;
            if (rows > 0)
            {
                int groups = (rows + ReductionKernel.RowsOfGroup - 1) / ReductionKernel.RowsOfGroup;
                _updateAndMultiply(new KernelConfig(new Index3D(groups, active, 1), new Index3D(_rowGroup, 1, 1)), column, views);
            }

            if (column % ColumnsBetweenLooks == ColumnsBetweenLooks - 1)
            {
                stream.Synchronize();
                options.CancellationToken.ThrowIfCancellationRequested();
                // What is left of n³ is the cube of what is left of n.
                options.Progress?.Report(1 - Math.Pow(rows / (double)largest, 3));
            }
        }
    }

    private void Bisect(BatchLayout layout, ReductionViews views, ArrayView<double> eigenvalues, AcceleratorStream stream)
    {
        using DeviceMemory.Lent<double> norms = _memory.Rent<double>(layout.Places.Length);
        _bound(new KernelConfig(layout.Places.Length, _columnGroup), views.Places, views.Diagonal, views.Couplings, norms.View);
        int points = 1;
        while (points < MostPoints && 2 * points <= _rowGroup && (long)layout.Vectors * points < ThreadsWorthFilling)
            points *= 2;
        int eigenvaluesOfGroup = _rowGroup / points;
        int groups = (layout.Places[0].Size + eigenvaluesOfGroup - 1) / eigenvaluesOfGroup;
        _bisect(
            new KernelConfig(new Index3D(groups, layout.Places.Length, 1), new Index3D(_rowGroup, 1, 1)),
            views.Places, views.Diagonal, views.Couplings, norms.View, points, SectionSearch.Rounds(points), eigenvalues);
        stream.Synchronize();
    }

    private DeviceMemory.Lent<double> Zeros(long length, AcceleratorStream stream)
    {
        DeviceMemory.Lent<double> lent = _memory.Rent<double>(length);
        lent.View.MemSetToZero(stream);
        return lent;
    }
}
