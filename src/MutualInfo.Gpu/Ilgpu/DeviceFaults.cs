using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Ilgpu;

/// <summary>What the errors of the drivers mean.</summary>
internal static class DeviceFaults
{
    public static DeviceFault Of(AcceleratorException failure) => failure switch
    {
        CudaException cuda => OfCuda(cuda.Error),
        CLException { Error: CLError.CL_MEM_OBJECT_ALLOCATION_FAILURE or CLError.CL_OUT_OF_RESOURCES or CLError.CL_OUT_OF_HOST_MEMORY } => DeviceFault.OutOfMemory,
        CLException { Error: CLError.CL_DEVICE_NOT_FOUND or CLError.CL_DEVICE_NOT_AVAILABLE or CLError.CL_INVALID_CONTEXT } => DeviceFault.Lost,
        _ => DeviceFault.Other,
    };

    /// <summary>By the name of the error. After those of a running kernel CUDA answers every later call with the same error.</summary>
    public static DeviceFault OfCuda(string error) => error switch
    {
        nameof(CudaError.CUDA_ERROR_OUT_OF_MEMORY) => DeviceFault.OutOfMemory,
        nameof(CudaError.CUDA_ERROR_DEINITIALIZED) or nameof(CudaError.CUDA_ERROR_NO_DEVICE) or nameof(CudaError.CUDA_ERROR_INVALID_DEVICE)
            or nameof(CudaError.CUDA_ERROR_INVALID_CONTEXT) or nameof(CudaError.CUDA_ERROR_CONTEXT_IS_DESTROYED)
            or nameof(CudaError.CUDA_ERROR_ECC_UNCORRECTABLE) or nameof(CudaError.CUDA_ERROR_NVLINK_UNCORRECTABLE)
            or nameof(CudaError.CUDA_ERROR_ILLEGAL_ADDRESS) or nameof(CudaError.CUDA_ERROR_LAUNCH_TIMEOUT)
            or nameof(CudaError.CUDA_ERROR_HARDWARE_STACK_ERROR) or nameof(CudaError.CUDA_ERROR_ILLEGAL_INSTRUCTION)
            or nameof(CudaError.CUDA_ERROR_MISALIGNED_ADDRESS) or nameof(CudaError.CUDA_ERROR_INVALID_ADDRESS_SPACE)
            or nameof(CudaError.CUDA_ERROR_INVALID_PC) or nameof(CudaError.CUDA_ERROR_LAUNCH_FAILED)
            or nameof(CudaError.CUDA_ERROR_UNKNOWN) => DeviceFault.Lost,
        _ => DeviceFault.Other,
    };
}
