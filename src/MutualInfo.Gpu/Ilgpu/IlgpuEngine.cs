using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>One open device: its queue, its memory, and the programs that run on it.</summary>
internal sealed class IlgpuEngine : IGpuEngine
{
    private readonly Accelerator _accelerator;
    private readonly DeviceMemory _memory;
    private readonly RowSumProgram _rowSums;
    private readonly SpectrumProgram _spectra;
    private readonly PowerTraceProgram _powerTraces;
    private readonly string _name;

    public IlgpuEngine(Device device, Context context, GpuDevice description)
    {
        _name = description.ToString();
        _accelerator = device.CreateAccelerator(context);
        _memory = new DeviceMemory(_accelerator);
        _rowSums = new RowSumProgram(_accelerator, _memory);
        GramProgram gram = new(_accelerator, _memory);
        _spectra = new SpectrumProgram(_accelerator, _memory, gram);
        _powerTraces = new PowerTraceProgram(_accelerator, _memory, gram);
    }

    public ReductionShape Shape => LaunchSizes.Shape(_accelerator);

    // Pooled pieces are free for the next call: they are given back where they are of the wrong size.
    public long FreeBytes => _accelerator is CudaAccelerator cuda
        ? cuda.GetFreeMemory() + _memory.PooledBytes
        : _accelerator.MemorySize - _memory.HeldBytes + _memory.PooledBytes;

    public long HeldBytes => _memory.HeldBytes;

    public void ReleaseMemory() => _memory.Release();

    public void RowSums(GroupedSamples samples, int power, Span<double> destination, EstimationOptions options)
    {
        try
        {
            _rowSums.Run(samples, power, destination, options);
        }
        catch (AcceleratorException failure)
        {
            throw Explained(failure, $"row sums of {samples.Count} samples");
        }
    }

    public void Spectra(IReadOnlyList<WeightedGram> batch, EstimationOptions options)
    {
        try
        {
            _spectra.Run(batch, options);
        }
        catch (AcceleratorException failure)
        {
            throw Explained(failure, $"the spectra of {batch.Count} matrices, the largest of order {batch[0].Size},");
        }
    }

    public double TraceOfPower(IReadOnlyList<WeightedGram> batch, int power, EstimationOptions options)
    {
        try
        {
            return _powerTraces.Run(batch, power, options);
        }
        catch (AcceleratorException failure)
        {
            throw Explained(failure, $"the traces of {batch.Count} matrices, the largest of order {batch[0].Size},");
        }
    }

    public void Dispose()
    {
        _memory.Dispose();
        _accelerator.Dispose();
    }

    // What the driver says is not what a user can act on.
    private Exception Explained(AcceleratorException failure, string work) => failure is CudaException { Error: nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY) }
        ? new InsufficientMemoryException($"{_name} ran out of memory for {work} with {FreeBytes:N0} bytes free. Free what else runs on it, take fewer samples, or use CpuBackend.", failure)
        : new InvalidOperationException($"{_name} failed at {work}: {failure.Message} Where the device was lost, dispose of this backend and make a new one, or use CpuBackend.", failure);
}
