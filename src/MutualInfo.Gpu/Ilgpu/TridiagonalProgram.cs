using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>The blocked reduction of a batch of matrices to tridiagonal form: the launches, in their order.</summary>
internal sealed class TridiagonalProgram
{
    // A queue of launches cannot be taken back: so many columns, some milliseconds, may still run after a cancellation.
    private const int ColumnsBetweenLooks = 64;

    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly ReductionShape _shape;
    private readonly Index3D _tileGroup;
    private readonly Action<KernelConfig, int, int, ReductionViews> _nextColumn;
    private readonly Action<KernelConfig, int, int, ReductionViews> _product;
    private readonly Action<KernelConfig, int, int, ReductionViews> _panelUpdate;

    public TridiagonalProgram(Accelerator accelerator, DeviceMemory memory)
    {
        _accelerator = accelerator;
        _memory = memory;
        _shape = LaunchSizes.Shape(accelerator);
        int lanes = LaunchSizes.TileLanes(accelerator);
        _tileGroup = new Index3D(lanes, lanes, 1);
        _nextColumn = accelerator.LoadStreamKernel<int, int, ReductionViews>(HouseholderColumnKernel.Next);
        _product = accelerator.LoadStreamKernel<int, int, ReductionViews>(SymmetricProductKernel.Partial);
        _panelUpdate = accelerator.LoadStreamKernel<int, int, ReductionViews>(PanelUpdateKernel.Apply);
    }

    /// <summary>Reduces the matrices, which it overwrites.</summary>
    public void Run(
        BatchLayout layout, ArrayView<MatrixPlace> places, ArrayView<double> matrices, ArrayView<double> diagonal, ArrayView<double> couplings, EstimationOptions options)
    {
        long panel = (long)_shape.PanelWidth * layout.Vectors;
        using DeviceMemory.Lent<double> column = _memory.Rent<double>(layout.Vectors), tails = _memory.Rent<double>(layout.Vectors);
        using DeviceMemory.Lent<double> v = _memory.Rent<double>(panel), w = _memory.Rent<double>(panel);
        using DeviceMemory.Lent<double> dots = _memory.Rent<double>(2L * _shape.PanelWidth * layout.Places.Length);
        using DeviceMemory.Lent<double> sums = _memory.Rent<double>(layout.ProductSums), forms = _memory.Rent<double>(layout.Forms);
        using DeviceMemory.Lent<double> tau = _memory.Rent<double>(layout.Places.Length);
        ReductionViews views = new(
            places, matrices, column.View, tails.View, v.View, w.View, dots.View, sums.View, forms.View, tau.View, diagonal, couplings,
            _shape.Side, _shape.PanelWidth, _shape.ColumnGroup);
        Columns(layout, views, options);
        // The vectors are lent anew only when the launches have read them.
        _accelerator.DefaultStream.Synchronize();
    }

    private void Columns(BatchLayout layout, ReductionViews views, EstimationOptions options)
    {
        int largest = layout.Places[0].Size;
        int active = layout.Places.Length;
        for (int column = 0; column < largest; column++)
        {
            while (layout.Places[active - 1].Size <= column)
                active--;
            int panelStart = column / _shape.PanelWidth * _shape.PanelWidth;
            bool isFirstOfPanel = column == panelStart;
            // What a panel leaves to its end is finished by the column behind it.
            int groups = (largest - column + _shape.ColumnGroup - 1) / _shape.ColumnGroup;
            _nextColumn(
                new KernelConfig(new Index3D(groups, active, 1), new Index3D(_shape.ColumnGroup, 1, 1)),
                column, isFirstOfPanel ? Math.Max(0, column - _shape.PanelWidth) : panelStart, views);
            if (isFirstOfPanel && column > 0)
                _panelUpdate(TilesFrom(column, largest, active, 0), column, column - _shape.PanelWidth, views);
            if (column + 1 < largest)
                _product(TilesFrom(column + 1, largest, active, column - panelStart), column, panelStart, views);

            if (column % ColumnsBetweenLooks == ColumnsBetweenLooks - 1)
            {
                _accelerator.DefaultStream.Synchronize();
                options.CancellationToken.ThrowIfCancellationRequested();
                // What is left of n³ is the cube of what is left of n.
                options.Progress?.Report(1 - Math.Pow((largest - column - 1) / (double)largest, 3));
            }
        }
    }

    private KernelConfig TilesFrom(int column, int largest, int active, int moreGroups)
    {
        int tiles = _shape.Tiles(largest) - column / _shape.Side;
        return new KernelConfig(new Index3D(moreGroups + tiles * (tiles + 1) / 2, active, 1), _tileGroup);
    }
}
