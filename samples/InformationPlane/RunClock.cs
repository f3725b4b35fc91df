using System.Diagnostics;

namespace MutualInfo.InformationPlanes;

/// <summary>Times epochs and recordings apart, and from both foretells the time left.</summary>
/// <remarks>A recording takes hundreds of times as long as an epoch, so the epochs done say little about the time left.</remarks>
public sealed class RunClock(int epochs, int recordings)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _epochsDone;
    private int _recordingsDone;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public TimeSpan Training { get; private set; }

    public TimeSpan Recording { get; private set; }

    public int Recordings => _recordingsDone;

    public TimeSpan Left => Remaining(Training, _epochsDone, epochs) + Remaining(Recording, _recordingsDone, recordings);

    public void CountEpoch(TimeSpan duration)
    {
        Training += duration;
        _epochsDone++;
    }

    public void CountRecording(TimeSpan duration)
    {
        Recording += duration;
        _recordingsDone++;
    }

    private static TimeSpan Remaining(TimeSpan spent, int done, int all) => done == 0 ? TimeSpan.Zero : spent / done * (all - done);
}
