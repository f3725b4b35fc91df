using MutualInfo.Hardware;

namespace MutualInfo.Tests.Hardware;

/// <summary>Every part is done once, whoever does it; failures and cancellations reach the caller, and the team serves the next one.</summary>
public class WorkerTeamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    public void Run_AnyNumberOfThreads_DoesEveryPartOnce(int threads)
    {
        WorkerTeam team = new();
        EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
        foreach (int parts in (int[])[0, 1, 2, 3, 15, 16, 17, 1000])
        {
            for (int repeat = 0; repeat < 20; repeat++)
            {
                CountingWork work = new(parts);
                team.Run(work, parts, options);
                Assert.Equal(Enumerable.Repeat(1, parts), work.Calls);
            }
        }
    }

    [Fact]
    public void Run_TwoParts_AreDoneByTwoThreadsAtOnce()
    {
        // Each part waits for the other: one thread alone would never come through.
        MeetingWork work = new(2);
        new WorkerTeam().Run(work, 2, new EstimationOptions { MaxDegreeOfParallelism = 2 });
        Assert.Equal(2, work.Threads);
    }

    [Fact]
    public void Run_LessThreadsThanParts_KeepsToThem()
    {
        MeetingWork work = new(1);
        new WorkerTeam().Run(work, 64, new EstimationOptions { MaxDegreeOfParallelism = 3 });
        Assert.InRange(work.Threads, 1, 3);
    }

    [Fact]
    public void Run_InsideAPart_IsDoneByThatThread()
    {
        WorkerTeam team = new();
        NestedWork outer = new(team);
        team.Run(outer, 8, new EstimationOptions { MaxDegreeOfParallelism = 4 });
        Assert.All(outer.Inner, inner => Assert.Equal(Enumerable.Repeat(1, 5), inner.Calls));
    }

    [Fact]
    public async Task Run_ManyCallersOfOneTeam_AllComplete()
    {
        WorkerTeam team = new();
        EstimationOptions options = new() { MaxDegreeOfParallelism = 4 };
        Task[] callers = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int run = 0; run < 500; run++)
            {
                CountingWork work = new(9);
                team.Run(work, 9, options);
                Assert.Equal(Enumerable.Repeat(1, 9), work.Calls);
            }
        }))];
        await Task.WhenAll(callers).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_PartThatFails_ThrowsItsExceptionAndServesTheNext(int threads)
    {
        WorkerTeam team = new();
        EstimationOptions options = new() { MaxDegreeOfParallelism = threads };
        InvalidTimeZoneException failure = Assert.Throws<InvalidTimeZoneException>(() => team.Run(new FailingWork(5), 100, options));
        Assert.Equal("part 5", failure.Message);

        CountingWork next = new(100);
        team.Run(next, 100, options);
        Assert.Equal(Enumerable.Repeat(1, 100), next.Calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_CancelledMidway_ThrowsAndBeginsNoFurtherPart(int threads)
    {
        WorkerTeam team = new();
        using CancellationTokenSource source = new();
        CancellingWork work = new(source);
        EstimationOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };

        OperationCanceledException refusal = Assert.ThrowsAny<OperationCanceledException>(() => team.Run(work, 1000, options));

        Assert.Equal(source.Token, refusal.CancellationToken);
        // Each thread may have been in a part when the token was cancelled.
        Assert.InRange(work.Begun, 1, threads);
    }

    [Fact]
    public void Run_OverAndOver_AllocatesNothing()
    {
        WorkerTeam team = new();
        EstimationOptions options = new() { MaxDegreeOfParallelism = 2 };
        CountingWork work = new(4);
        team.Run(work, 4, options);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < 1000; run++)
            team.Run(work, 4, options);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Run_AfterALongPause_WakesTheSleepers()
    {
        WorkerTeam team = new();
        for (int run = 0; run < 3; run++)
        {
            MeetingWork work = new(2);
            team.Run(work, 2, new EstimationOptions { MaxDegreeOfParallelism = 2 });
            Assert.Equal(2, work.Threads);
            Thread.Sleep(30);
        }
    }

    private sealed class CountingWork(int parts) : IPartitionedWork
    {
        public int[] Calls { get; } = new int[parts];

        public void Execute(int part) => Interlocked.Increment(ref Calls[part]);
    }

    /// <summary>The first <paramref name="meeting"/> parts wait until so many threads have come.</summary>
    private sealed class MeetingWork(int meeting) : IPartitionedWork
    {
        private readonly HashSet<int> _threads = [];

        public int Threads
        {
            get
            {
                lock (_threads)
                    return _threads.Count;
            }
        }

        public void Execute(int part)
        {
            lock (_threads)
                _threads.Add(Environment.CurrentManagedThreadId);
            Assert.True(SpinWait.SpinUntil(() => Threads >= meeting, TimeSpan.FromSeconds(30)));
        }
    }

    private sealed class NestedWork(WorkerTeam team) : IPartitionedWork
    {
        public CountingWork[] Inner { get; } = [.. Enumerable.Range(0, 8).Select(_ => new CountingWork(5))];

        public void Execute(int part) => team.Run(Inner[part], 5, EstimationOptions.Default);
    }

    private sealed class FailingWork(int failing) : IPartitionedWork
    {
        public void Execute(int part)
        {
            if (part == failing)
                throw new InvalidTimeZoneException($"part {part}");
        }
    }

    private sealed class CancellingWork(CancellationTokenSource source) : IPartitionedWork
    {
        private int _begun;

        public int Begun => _begun;

        public void Execute(int part)
        {
            Interlocked.Increment(ref _begun);
            source.Cancel();
        }
    }
}
