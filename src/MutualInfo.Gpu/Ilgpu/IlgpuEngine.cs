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

    public long FreeBytes => _accelerator is CudaAccelerator cuda
        ? cuda.GetFreeMemory()
        : _accelerator.MemorySize - _memory.HeldBytes;

    public long HeldBytes => _memory.HeldBytes;

    public int TileSide(GpuPrecision precision) => _rowSums.Side(precision);

    public void ReleaseMemory() => _memory.Release();

    public void RowSums(RowSumPlan plan, ReadOnlySpan<double> factors, Span<double> destination, EstimationOptions options)
    {
        try
        {
            _rowSums.Run(plan, factors, destination, options);
        }
        catch (AcceleratorException failure)
        {
            throw Explained(failure, $"row sums of {plan.Samples.Count} samples", plan.Bytes);
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
            throw Explained(failure, $"the spectra of {batch.Count} matrices, the largest of order {batch[0].Size}", BytesOf(batch));
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
            throw Explained(failure, $"the traces of {batch.Count} matrices, the largest of order {batch[0].Size}", BytesOf(batch));
        }
    }

    public void Dispose()
    {
        try
        {
            _memory.Dispose();
            _accelerator.Dispose();
        }
        catch (AcceleratorException)
        {
            // A device that was lost has nothing to give back.
        }
    }

    private long BytesOf(IReadOnlyList<WeightedGram> batch) => batch.Sum(matrix => SpectrumPlan.Bytes(matrix, Shape));

    private Exception Explained(AcceleratorException failure, string work, long neededBytes)
    {
        DeviceFault fault = DeviceFaults.Of(failure);
        return DeviceFailure.Explained(fault, _name, work, neededBytes, fault == DeviceFault.OutOfMemory ? FreeBytes : 0, failure);
    }
}
