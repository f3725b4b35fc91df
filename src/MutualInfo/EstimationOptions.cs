using MutualInfo.Internal;
using MutualInfo.Kernels;

namespace MutualInfo;

/// <summary>How an estimate is computed: backend, threads, cancellation, progress. What is estimated is the estimator itself.</summary>
/// <remarks>Immutable; results do not depend on <see cref="MaxDegreeOfParallelism"/>, to the last bit.</remarks>
public sealed record EstimationOptions
{
    /// <summary>Gets the defaults: the CPU, all its cores, no cancellation, no progress.</summary>
    public static EstimationOptions Default { get; } = new();

    /// <summary>Gets where Gram matrices and spectra are computed. <value>The default is <see cref="CpuBackend.Shared"/>.</value></summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IComputeBackend Backend { get; init => field = Throw.UnlessGiven(value, nameof(Backend)); } = CpuBackend.Shared;

    /// <summary>Gets the number of threads to use at most. <value>The default is −1: as many as there are cores.</value></summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither −1 nor at least 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get;
        init
        {
            if (value is not -1 and < 1)
                Throw.OutOfRange(nameof(MaxDegreeOfParallelism), value, "-1 (all cores) or at least 1");
            field = value;
        }
    } = -1;

    /// <summary>Gets the token that stops a running estimate with an <see cref="OperationCanceledException"/>. <value>The default is none.</value></summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>Gets who hears how much is done, from 0 to 1. <value>The default is nobody.</value></summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Says where and on how many threads, independent of the culture: <c>CPU, all cores</c>.</summary>
    public override string ToString() => MaxDegreeOfParallelism == -1
        ? $"{Backend.Name}, all cores"
        : FormattableString.Invariant($"{Backend.Name}, {MaxDegreeOfParallelism} thread(s)");
}
