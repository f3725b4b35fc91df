using System.Runtime.ExceptionServices;

namespace MutualInfo.Hardware;

/// <summary>
/// Threads that stay, for work too short to start tasks for: a run costs about a microsecond where the threads are awake.
/// </summary>
/// <remarks>
/// <para>
/// The caller and those of the team who come in time take parts one after another until none is left. Nobody waits for a thread
/// that the system has not scheduled: a seat that was not taken when the parts are gone is taken away. A team that is at work for
/// one caller lets the next do its parts alone, so neither nested nor concurrent runs put more threads on the machine.
/// </para>
/// <para>Threads look for work for some microseconds, then let others run, then sleep. They are background threads and hold no buffers.</para>
/// </remarks>
internal sealed class WorkerTeam
{
    private const int MaximumThreads = 64;

    // About 20 µs of looking in short pauses, then as much again giving way each time: a reduction's steps
    // follow one another faster.
    private const int EagerLooks = 400;
    private const int YieldingLooks = 40;

    private readonly object _bed = new();
    private readonly Lock _hiring = new();
    private int _hired;
    private int _sleeping;

    // 1 while some caller's run is on.
    private int _isBusy;

    // The number of the run, shifted left by 16, and below it the seats still free. Threads take a seat by exchange, so that none
    // can take a seat of a run that is over.
    private long _seats;
    private int _left;

    private IPartitionedWork? _work;
    private int _parts;
    private int _next;
    private CancellationToken _cancellation;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Gets the team of the process.</summary>
    public static WorkerTeam Shared { get; } = new();

    private bool HasFreeSeat => (Volatile.Read(ref _seats) & 0xFFFF) > 0;

    /// <summary>The number of threads that options allow, from 1.</summary>
    public static int ThreadsOf(EstimationOptions options) =>
        Math.Min(
            MaximumThreads, options.MaxDegreeOfParallelism == -1 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism);

    /// <summary>Does all parts, on as many threads as the options allow, and returns when they are done.</summary>
    /// <param name="work">What to do. The team does not keep it.</param>
    /// <param name="parts">
    /// The number of parts; choose it by the size of the problem alone, and results are the same for any number of threads.
    /// </param>
    /// <param name="options">Threads and cancellation. The token is looked at before each part.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; some parts have not been done.</exception>
    public void Run(IPartitionedWork work, int parts, EstimationOptions options)
    {
        int helpers = Math.Min(ThreadsOf(options), parts) - 1;
        if (helpers < 1 || Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            RunAlone(work, parts, options.CancellationToken);
            return;
        }

        try
        {
            RunTogether(work, parts, helpers, options.CancellationToken);
        }
        finally
        {
            _work = null;
            _cancellation = default;
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private static void RunAlone(IPartitionedWork work, int parts, CancellationToken cancellation)
    {
        for (int part = 0; part < parts; part++)
        {
            cancellation.ThrowIfCancellationRequested();
            work.Execute(part);
        }
    }

    private void RunTogether(IPartitionedWork work, int parts, int helpers, CancellationToken cancellation)
    {
        Hire(helpers);
        _work = work;
        _parts = parts;
        _next = -1;
        _left = 0;
        _failure = null;
        _cancellation = cancellation;
        long run = (_seats >> 16) + 1;
        Interlocked.Exchange(ref _seats, (run << 16) | (uint)helpers);
        WakeSleepers(helpers);

        TakeParts();

        long free = Interlocked.Exchange(ref _seats, run << 16) & 0xFFFF;
        int taken = helpers - (int)free;
        SpinWait spin = default;
        while (Volatile.Read(ref _left) < taken)
            spin.SpinOnce(sleep1Threshold: -1);

        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    private void TakeParts()
    {
        try
        {
            IPartitionedWork work = _work!;
            int parts = _parts;
            while (!_cancellation.IsCancellationRequested)
            {
                int part = Interlocked.Increment(ref _next);
                if (part >= parts)
                    return;
                work.Execute(part);
            }
        }
        catch (Exception failure)
        {
            // The caller throws it; the parts that nobody has begun are not begun any more.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            Volatile.Write(ref _next, _parts);
        }
    }

    private void Hire(int wanted)
    {
        if (Volatile.Read(ref _hired) >= wanted)
            return;
        lock (_hiring)
        {
            for (; _hired < wanted; _hired++)
                new Thread(Serve) { IsBackground = true, Name = "MutualInfo worker" }.Start();
        }
    }

    private void WakeSleepers(int wanted)
    {
        if (Volatile.Read(ref _sleeping) == 0)
            return;
        lock (_bed)
        {
            for (int i = 0; i < wanted; i++)
                Monitor.Pulse(_bed);
        }
    }

    private void Serve()
    {
        while (true)
        {
            WaitForSeat();
            if (!TakeSeat())
                continue;
            TakeParts();
            Interlocked.Increment(ref _left);
        }
    }

    private bool TakeSeat()
    {
        long seats = Volatile.Read(ref _seats);
        return (seats & 0xFFFF) > 0 && Interlocked.CompareExchange(ref _seats, seats - 1, seats) == seats;
    }

    private void WaitForSeat()
    {
        for (int look = 0; look < EagerLooks + YieldingLooks; look++)
        {
            if (HasFreeSeat)
                return;
            if (look < EagerLooks)
                Thread.SpinWait(8);
            else
                Thread.Yield();
        }

        // Counted as sleeping before the last look, so a caller either sees the sleeper or is seen by it.
        Interlocked.Increment(ref _sleeping);
        lock (_bed)
        {
            if (!HasFreeSeat)
                Monitor.Wait(_bed);
        }

        Interlocked.Decrement(ref _sleeping);
    }
}
