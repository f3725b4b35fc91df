using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu.Tests.Guards;

/// <summary>What is said where a device fails: no device is needed to be told.</summary>
public class DeviceFailureGuards
{
    private static readonly InvalidOperationException _inner = new("said the driver.");

    [Fact]
    public void Explained_OutOfMemory_SaysBytesAndAlternatives()
    {
        Exception told = DeviceFailure.Explained(DeviceFault.OutOfMemory, "the device", "row sums of 9 samples", 81_920, 4096, _inner);
        Assert.IsType<InsufficientMemoryException>(told);
        Assert.Contains("the device ran out of memory for row sums of 9 samples: 81,920 bytes are needed and 4,096 are free.", told.Message, StringComparison.Ordinal);
        Assert.Contains("CpuBackend", told.Message, StringComparison.Ordinal);
        Assert.Same(_inner, told.InnerException);
    }

    [Fact]
    public void Explained_Lost_SaysThatTheBackendIsToBeReplaced()
    {
        Exception told = DeviceFailure.Explained(DeviceFault.Lost, "the device", "row sums of 9 samples", 1, 0, _inner);
        Assert.IsType<InvalidOperationException>(told);
        Assert.StartsWith("the device was lost at row sums of 9 samples: said the driver. Dispose of this backend and make a new one", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explained_AnythingElse_SaysWhatTheDriverSays()
    {
        Exception told = DeviceFailure.Explained(DeviceFault.Other, "the device", "row sums of 9 samples", 1, 0, _inner);
        Assert.IsType<InvalidOperationException>(told);
        Assert.StartsWith("the device failed at row sums of 9 samples: said the driver.", told.Message, StringComparison.Ordinal);
    }

    [EmulatorTheory]
    [InlineData("CUDA_ERROR_OUT_OF_MEMORY", "OutOfMemory")]
    [InlineData("CUDA_ERROR_ILLEGAL_ADDRESS", "Lost")]
    [InlineData("CUDA_ERROR_LAUNCH_FAILED", "Lost")]
    [InlineData("CUDA_ERROR_ECC_UNCORRECTABLE", "Lost")]
    [InlineData("CUDA_ERROR_NO_DEVICE", "Lost")]
    [InlineData("CUDA_ERROR_INVALID_VALUE", "Other")]
    [InlineData("CL_MEM_OBJECT_ALLOCATION_FAILURE", "OutOfMemory")]
    [InlineData("CL_OUT_OF_RESOURCES", "OutOfMemory")]
    [InlineData("CL_DEVICE_NOT_AVAILABLE", "Lost")]
    [InlineData("CL_INVALID_VALUE", "Other")]
    public void FaultOf_ErrorsOfTheDrivers_IsWhatAUserCanActOn(string error, string fault) =>
        Assert.Equal(Enum.Parse<DeviceFault>(fault), Driver.FaultOf(error));
}
