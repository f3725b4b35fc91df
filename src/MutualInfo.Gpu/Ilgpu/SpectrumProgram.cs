using ILGPU;
using ILGPU.Runtime;
using MutualInfo.Gpu.Ilgpu.Kernels;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>The spectra of a batch on the device: Gram matrices, their reduction, the eigenvalues. One sequence of launches for all matrices.</summary>
internal sealed class SpectrumProgram
{
    private const int EigenvalueGroup = 128;

    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly ReductionShape _shape;
    private readonly GramProgram _gram;
    private readonly int _eigenvalueGroup;
    private readonly TridiagonalProgram _reduction;
    private readonly Action<KernelConfig, ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>> _bound;
    private readonly Action<KernelConfig, ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>> _bisect;

    public SpectrumProgram(Accelerator accelerator, DeviceMemory memory, GramProgram gram)
    {
        _accelerator = accelerator;
        _memory = memory;
        _shape = LaunchSizes.Shape(accelerator);
        _gram = gram;
        _eigenvalueGroup = LaunchSizes.VectorGroup(accelerator, EigenvalueGroup);
        _reduction = new TridiagonalProgram(accelerator, memory);
        _bound = accelerator.LoadStreamKernel<ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>>(EigenvalueKernel.Bound);
        _bisect = accelerator.LoadStreamKernel<ArrayView<MatrixPlace>, ArrayView<double>, ArrayView<double>, ArrayView<double>, ArrayView<double>>(
            EigenvalueKernel.Bisect);
    }

    /// <summary>Runs a batch, the largest matrices first.</summary>
    public void Run(IReadOnlyList<WeightedGram> batch, EstimationOptions options)
    {
        BatchLayout layout = new(batch, _shape);
        AcceleratorStream stream = _accelerator.DefaultStream;
        using DeviceMemory.Lent<double> matrices = _memory.Rent<double>(layout.MatrixNumbers);
        _gram.Run(layout, matrices.View);

        using DeviceMemory.Lent<MatrixPlace> places = _memory.Rent<MatrixPlace>(batch.Count);
        using DeviceMemory.Lent<double> diagonal = _memory.Rent<double>(layout.Vectors), couplings = _memory.Rent<double>(layout.Vectors);
        places.Write(stream, layout.Places);
        // The coupling before the first row of each matrix is 0, and is not computed.
        couplings.View.MemSetToZero(stream);
        _reduction.Run(layout, places.View, matrices.View, diagonal.View, couplings.View, options);

        double[] found = Eigenvalues(layout, places.View, diagonal.View, couplings.View, stream);
        for (int i = 0; i < batch.Count; i++)
            batch[i].Keep(found.AsSpan(layout.Places[i].Vectors, batch[i].Size));
        options.Progress?.Report(1);
    }

    private double[] Eigenvalues(
        BatchLayout layout, ArrayView<MatrixPlace> places, ArrayView<double> diagonal, ArrayView<double> couplings, AcceleratorStream stream)
    {
        using DeviceMemory.Lent<double> norms = _memory.Rent<double>(layout.Places.Length);
        using DeviceMemory.Lent<double> eigenvalues = _memory.Rent<double>(layout.Vectors);
        _bound(new KernelConfig(layout.Places.Length, _shape.ColumnGroup), places, diagonal, couplings, norms.View);
        int groups = layout.Places.Max(place => EigenvalueKernel.Groups(place.Size, _eigenvalueGroup));
        _bisect(
            new KernelConfig(new Index3D(groups, layout.Places.Length, 1), new Index3D(_eigenvalueGroup, 1, 1)),
            places, diagonal, couplings, norms.View, eigenvalues.View);
        double[] found = new double[layout.Vectors];
        eigenvalues.View.CopyToCPU(stream, found);
        return found;
    }
}
