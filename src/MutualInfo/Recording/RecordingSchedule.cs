using MutualInfo.Internal;

namespace MutualInfo.Recording;

/// <summary>The epochs at which a plane is recorded.</summary>
/// <remarks>Immutable; equal schedules are equal.</remarks>
public sealed record RecordingSchedule
{
    private readonly int _interval;
    private readonly int _perDecade;

    private RecordingSchedule(int interval, int perDecade)
    {
        _interval = interval;
        _perDecade = perDecade;
    }

    /// <summary>Gets the schedule that records every epoch.</summary>
    public static RecordingSchedule EveryEpoch { get; } = new(1, 0);

    /// <summary>Makes a schedule of the epochs 0, k, 2k, ….</summary>
    /// <param name="k">The interval, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static RecordingSchedule Every(int k)
    {
        if (k < 1)
            Throw.OutOfRange(nameof(k), k, "an interval of at least 1 epoch");
        return new RecordingSchedule(k, 0);
    }

    /// <summary>
    /// Makes a schedule that is dense early and sparse late: epoch 0, and the epochs 10^(i/perDecade) rounded, for i = 0, 1, 2, ….
    /// </summary>
    /// <param name="perDecade">The epochs recorded in each tenfold, at least 1. Where they crowd, every epoch is recorded.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="perDecade"/> is not from 1 to 100,000.</exception>
    public static RecordingSchedule Logarithmic(int perDecade = 20) =>
        new(0, Throw.UnlessBetween(perDecade, 1, 100_000, nameof(perDecade)));

    /// <summary>Tells whether an epoch is recorded.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public bool Includes(int epoch)
    {
        if (epoch < 0)
            Throw.OutOfRange(nameof(epoch), epoch, "an epoch of 0 or more");
        if (_perDecade == 0)
            return epoch % _interval == 0;
        if (epoch == 0)
            return true;

        // If any step rounds to this epoch, so does the last one below it or the first one above. Not always the one whose logarithm
        // is nearest: at 5 in a decade 1.58 rounds to 2, and 2.51, which is nearer by its logarithm, to 3.
        double step = _perDecade * Math.Log10(epoch);
        return EpochOf(Math.Floor(step)) == epoch || EpochOf(Math.Ceiling(step)) == epoch;
    }

    /// <summary>Says the schedule in words.</summary>
    public override string ToString() => (_perDecade, _interval) switch
    {
        (0, 1) => "every epoch",
        (0, _) => FormattableString.Invariant($"every {_interval} epochs"),
        _ => FormattableString.Invariant($"logarithmic, {_perDecade} epochs per decade"),
    };

    private double EpochOf(double step) => Math.Round(Math.Pow(10, step / _perDecade));
}
