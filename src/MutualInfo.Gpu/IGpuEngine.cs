using MutualInfo.Gpu.Work;

namespace MutualInfo.Gpu;

/// <summary>One open device. Not safe to share between threads: the backend lets one in at a time.</summary>
internal interface IGpuEngine : IDisposable
{
    /// <summary>Gets into what pieces a reduction is cut here.</summary>
    ReductionShape Shape { get; }

    /// <summary>Gets the bytes of device memory that are not in use by anyone.</summary>
    long FreeBytes { get; }

    /// <summary>Gets the bytes that buffers of this engine hold, lent or pooled.</summary>
    long HeldBytes { get; }

    /// <summary>The samples of one side of a tile of pairs.</summary>
    int TileSide(GpuPrecision precision);

    /// <summary>Gives pooled buffers back to the device.</summary>
    void ReleaseMemory();

    /// <summary>Computes Σⱼ exp(f·‖uᵢ − uⱼ‖²) over the samples j of i's group, for every sample i in the order of the groups.</summary>
    /// <param name="plan">The samples and their groups.</param>
    /// <param name="factors">f, one for each bandwidth of the plan.</param>
    /// <param name="destination">Receives the n sums of the first factor, those of the second, and so on while there is room.</param>
    /// <param name="options">Cancellation and progress.</param>
    void RowSums(RowSumPlan plan, ReadOnlySpan<double> factors, Span<double> destination, EstimationOptions options);

    /// <summary>Computes the eigenvalues of every matrix of a batch, into the array that each brings.</summary>
    void Spectra(IReadOnlyList<WeightedGram> batch, EstimationOptions options);

    /// <summary>Adds up the traces of a power, 3 or 4, of every matrix of a batch.</summary>
    double TraceOfPower(IReadOnlyList<WeightedGram> batch, int power, EstimationOptions options);
}
