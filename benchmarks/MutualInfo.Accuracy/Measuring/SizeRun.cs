using System.Diagnostics;
using MutualInfo.Accuracy.Results;
using MutualInfo.Discrete;
using MutualInfo.Significance;
using MutualInfo.Tool.Verification.Tasks;

namespace MutualInfo.Accuracy.Measuring;

/// <summary>Counts how often tests at 5 % reject the independence of variables that are independent.</summary>
internal static class SizeRun
{
    public const string GTestName = "G-test, 3 bins of equal frequency";
    public const int Count = 200;
    public const int Repetitions = 400;
    public const int Permutations = 99;

    private static readonly EqualFrequencyBins _thirds = new(3, BinScope.PerNeuron);

    /// <summary>Gets the names of the tests: the permutation test with every estimator, and the G-test.</summary>
    public static IReadOnlyList<string> Tests { get; } = [.. MeasuredEstimators.All.Where(IsQuick).Select(estimator => estimator.Name), "matrix Rényi 2", GTestName];

    public static void Measure(string root, string[] names, TextWriter log)
    {
        foreach (string test in Tests.Where(one => names.Length == 0 || names.Contains(one)))
        {
            long start = Stopwatch.GetTimestamp();
            SizeCell[] cells =
            [
                .. SignificanceTasks.All.Select(task => new SizeCell(
                    task.Number, Enumerable.Range(1, Repetitions).Count(seed => PValue(test, task, seed) <= 0.05))),
            ];
            SizeResults.Replace(root, new SizeOf(test, Provenance.Of(root), cells));
            log.WriteLine($"{test}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        }
    }

    /// <summary>The p-value of one test on one seed of a task's independent version.</summary>
    public static double PValue(string test, BenchmarkTask task, int seed)
    {
        TaskSample sample = SignificanceTasks.Independent(task, Count, seed);
        Samples<double> x = sample.X.AsSamples();
        Samples<double> y = sample.Y.AsSamples();
        return test == GTestName
            ? GTest.Run(_thirds.Encode(x), _thirds.Encode(y)).PValue
            : new PermutationTest(Permutations) { Seed = (ulong)seed }.Run(EstimatorOf(test, task), x, y).PValue;
    }

    // Order 1.01 takes eigenvalues for every permutation; order 2 stands for the family.
    private static bool IsQuick(MeasuredEstimator estimator) => estimator.Name != "matrix Rényi";

    private static IMutualInformationEstimator EstimatorOf(string test, BenchmarkTask task) =>
        test == "matrix Rényi 2" ? TaskEstimators.MatrixRenyi with { Order = 2 } : MeasuredEstimators.Named(test).For(task, Count);
}
