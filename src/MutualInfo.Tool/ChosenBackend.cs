using MutualInfo.Gpu;
using MutualInfo.Kernels;

namespace MutualInfo.Tool;

/// <summary>The backend that <c>--backend</c> names, for one command: a GPU is opened where it is asked for, and given back at the end.</summary>
internal sealed class ChosenBackend : IDisposable
{
    private readonly GpuBackend? _gpu;

    private ChosenBackend(GpuBackend? gpu) => _gpu = gpu;

    public bool IsGpu => _gpu is not null;

    public IComputeBackend Backend => _gpu is null ? CpuBackend.Shared : _gpu;

    /// <summary>Opens a backend by its word.</summary>
    /// <exception cref="PlatformNotSupportedException">A GPU is asked for, and there is none; the message says why.</exception>
    public static ChosenBackend Open(string? word)
    {
        if (word != "gpu")
            return new ChosenBackend(null);
        if (!GpuBackend.IsAvailable)
            throw new PlatformNotSupportedException($"--backend gpu: {GpuBackend.WhyUnavailable} Or use --backend cpu.");
        return new ChosenBackend(new GpuBackend());
    }

    public void Dispose() => _gpu?.Dispose();
}
