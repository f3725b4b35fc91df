namespace MutualInfo.Kernels.Primitives.Device;

/// <summary>A row of numbers as the arithmetic of a device reads it: an array in a test, device memory in a kernel.</summary>
/// <remarks>Implemented by structs only: the compiler of a kernel then sees each access itself, and no call is left.</remarks>
internal interface INumbers
{
    double this[long index] { get; set; }
}
