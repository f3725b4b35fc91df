using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>One estimator of the page: how it is made for a task, what limits it, and what an independent program found.</summary>
/// <param name="Name">The name in results, commands and tables.</param>
/// <param name="For">Makes it for a task at n: a bandwidth may follow both.</param>
internal sealed record MeasuredEstimator(string Name, Func<BenchmarkTask, int, IMutualInformationEstimator> For)
{
    /// <summary>How many seeds every cell has.</summary>
    public const int Seeds = 3;

    /// <summary>The setting in words.</summary>
    public required string Setting { get; init; }

    /// <summary>Why it fails where it does: a property of the estimator that the errors are of.</summary>
    public required string Limit { get; init; }

    /// <summary>How many of the 40 tasks an independent implementation of the same estimator was right on, at the greater n.</summary>
    public required int Independent { get; init; }

    /// <summary>The numbers of samples: a smaller one, and the one that the page judges by.</summary>
    public int[] Counts { get; init; } = [1000, 10_000];
}
