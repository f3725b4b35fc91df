using MutualInfo.Gpu;

namespace MutualInfo.Tests.Documentation;

/// <summary>The example of docs/gpu.md. It runs with and without a GPU, and without ILGPU, as a user's program must.</summary>
public class GpuSnippets
{
    [Fact]
    public void Backend()
    {
        float[] activations = [0.1f, 0.9f, 0.2f, 0.8f];
        Samples<float> layer = Samples.FromScalars<float>(activations);
        Symbols labels = Symbols.FromLabels([0, 1, 0, 1]);
        #region gpu-backend
        if (!GpuBackend.IsAvailable)
            Console.WriteLine(GpuBackend.WhyUnavailable);    // which part is missing, and what to do

        foreach (GpuDevice device in GpuBackend.Devices)
            Console.WriteLine(device);                       // name, kind, memory; last the emulator, for tests

        using GpuBackend? gpu = GpuBackend.IsAvailable ? new GpuBackend() : null;
        EstimationOptions options = gpu is null ? new() : new() { Backend = gpu };
        MutualInformationEstimate estimate = Estimators.MatrixRenyi(1.01).Estimate(layer, labels, options);
        string backend = estimate.Diagnostics.Backend;       // what ran: the device's name, or the CPU
        #endregion
        Assert.StartsWith(gpu is null ? "CPU" : "GPU", backend, StringComparison.Ordinal);
    }
}
