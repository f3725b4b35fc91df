using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>Runs works beside each other, and sums up their progress.</summary>
internal sealed class Stage<T>(string name, IReadOnlyList<Work<T>> works, IProgress<IRunStatus> progress, CancellationToken cancellation)
{
    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double[] _fractions = new double[works.Count];
    private int _done;

    /// <summary>Gives the results in the order of the works, whichever ended first.</summary>
    public IReadOnlyList<T> Run(int threads)
    {
        T[] results = new T[works.Count];

        // Without a number, the thread pool adds threads to works that take long, and far more of them than cores would share the caches.
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads == -1 ? Environment.ProcessorCount : threads,
            CancellationToken = cancellation,
        };
        try
        {
            // Unbuffered: a thread takes the next work when it has none, not a share of them beforehand.
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, works.Count), EnumerablePartitionerOptions.NoBuffering), options, index =>
            {
                results[index] = works[index].Execute(new Part(this, index));
                Report(index, 1);
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }

    private void Report(int index, double fraction)
    {
        lock (_gate)
        {
            _fractions[index] = fraction;
            _done += fraction >= 1 ? 1 : 0;
            double all = 0, passed = 0;
            for (int i = 0; i < works.Count; i++)
            {
                all += works[i].Weight;
                passed += works[i].Weight * _fractions[i];
            }

            progress.Report(new StageStatus
            {
                Stage = name,
                Done = _done,
                Count = works.Count,
                Fraction = passed / all,
                Elapsed = Stopwatch.GetElapsedTime(_start),
            });
        }
    }

    private sealed class Part(Stage<T> stage, int index) : IProgress<double>
    {
        public void Report(double value)
        {
            stage.ThrowIfStopped();

            // Only the end of the work itself counts as its end.
            stage.Report(index, Math.Min(value, 0.999));
        }
    }

    private void ThrowIfStopped() => cancellation.ThrowIfCancellationRequested();
}
