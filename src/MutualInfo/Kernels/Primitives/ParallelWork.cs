namespace MutualInfo.Kernels.Primitives;

/// <summary>The caller's options in the words of <see cref="Parallel"/>.</summary>
internal static class ParallelWork
{
    public static ParallelOptions Options(EstimationOptions options) => new()
    {
        MaxDegreeOfParallelism = options.MaxDegreeOfParallelism,
        CancellationToken = options.CancellationToken,
    };
}
