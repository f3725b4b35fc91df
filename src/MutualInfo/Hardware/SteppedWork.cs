namespace MutualInfo.Hardware;

/// <summary>
/// Work in steps that follow one another within microseconds, each in a few independent pieces: one thread leads, others help while they can.
/// </summary>
/// <remarks>
/// <para>
/// A run of the team per step would do, but costs a microsecond and deals pieces to any thread. Here helpers stay for the whole work, and each
/// prefers the same pieces in every step, so that a piece's data stays in its core's cache. A piece that nobody has begun is done by whoever
/// is free: the leader never waits for a thread that the system has not scheduled. Which thread does a piece cannot change its result.
/// </para>
/// </remarks>
internal abstract class SteppedWork : IPartitionedWork
{
    // Two cache lines between counters of different pieces: neighbouring lines are fetched in pairs.
    private const int Spacing = 16;
    private const int EagerLooks = 200;

    private readonly long[] _claims;
    private long _step;
    private long _finished;
    private int _pieces;
    private int _seats;
    private bool _isOver;

    protected SteppedWork(int maximumPieces)
    {
        _claims = new long[(maximumPieces + 1) * Spacing];
    }

    /// <summary>Runs <see cref="Lead"/> to its end, with helpers as the options allow.</summary>
    protected void Run(int maximumSeats, EstimationOptions options)
    {
        _seats = Math.Min(WorkerTeam.ThreadsOf(options), maximumSeats);
        Volatile.Write(ref _isOver, false);
        WorkerTeam.Shared.Run(this, _seats, options);
    }

    /// <summary>Goes through all steps, calling <see cref="RunStep"/> for what can be shared.</summary>
    protected abstract void Lead();

    /// <summary>Does one piece of the present step.</summary>
    protected abstract void ExecutePiece(int piece);

    /// <summary>Does all pieces of a step and returns when they are done. What the pieces read must have been written before.</summary>
    protected void RunStep(int pieces)
    {
        if (pieces == 1)
        {
            ExecutePiece(0);
            return;
        }

        // Only the leader writes the step, and it has seen the last one finished. A helper that comes late cannot claim a piece of it: claims
        // only grow, from one step's number to the next one's.
        long step = _step + 1;
        for (int piece = 0; piece < pieces; piece++)
            Volatile.Write(ref _claims[(piece + 1) * Spacing], step - 1);
        Volatile.Write(ref _pieces, pieces);
        Volatile.Write(ref _finished, 0);
        Volatile.Write(ref _step, step);
        DoPieces(step, pieces, 0);
        for (int look = 0; Volatile.Read(ref _finished) < pieces; look++)
            Pause(look);
    }

    void IPartitionedWork.Execute(int part)
    {
        if (part > 0)
        {
            Help(part);
            return;
        }

        try
        {
            Lead();
        }
        finally
        {
            Volatile.Write(ref _isOver, true);
        }
    }

    private void Help(int seat)
    {
        long seen = 0;
        for (int look = 0; !Volatile.Read(ref _isOver); look++)
        {
            long step = Volatile.Read(ref _step);
            if (step == seen)
            {
                Pause(look);
                continue;
            }

            DoPieces(step, Volatile.Read(ref _pieces), seat);
            seen = step;
            look = 0;
        }
    }

    // First the pieces of one's own seat, then those that others have not begun.
    private void DoPieces(long step, int pieces, int seat)
    {
        for (int piece = seat; piece < pieces; piece += _seats)
            TryPiece(step, piece);
        for (int piece = 0; piece < pieces; piece++)
            TryPiece(step, piece);
    }

    private void TryPiece(long step, int piece)
    {
        ref long claim = ref _claims[(piece + 1) * Spacing];
        if (Volatile.Read(ref claim) != step - 1 || Interlocked.CompareExchange(ref claim, step, step - 1) != step - 1)
            return;
        try
        {
            ExecutePiece(piece);
        }
        finally
        {
            Interlocked.Increment(ref _finished);
        }
    }

    private static void Pause(int look)
    {
        if (look < EagerLooks)
            Thread.SpinWait(1);
        else
            Thread.Yield();
    }
}
