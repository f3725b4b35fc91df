using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes;

/// <summary>What a run has come to.</summary>
public sealed record RunResult
{
    public required InformationPlane Plane { get; init; }

    /// <summary>Gets the mean loss of the last epoch, in nats.</summary>
    public required double Loss { get; init; }

    public required double TrainAccuracy { get; init; }

    public required double TestAccuracy { get; init; }

    public required int Recordings { get; init; }

    public required TimeSpan TrainingTime { get; init; }

    public required TimeSpan RecordingTime { get; init; }
}
