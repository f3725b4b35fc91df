namespace MutualInfo.Gpu;

/// <summary>What a device is driven by.</summary>
public enum GpuDeviceKind
{
    /// <summary>An NVIDIA GPU, by CUDA.</summary>
    Cuda,

    /// <summary>A GPU or another accelerator, by OpenCL 2.0 or later.</summary>
    OpenCL,

    /// <summary>No GPU: the kernels run on the CPU, one thread of the system for each of theirs. For tests of the kernels; thousands of times slower.</summary>
    Emulator,
}
