using System.Numerics;

namespace MutualInfo.Recording;

/// <summary>Records an information plane from a training loop.</summary>
/// <typeparam name="T">The type of the activations.</typeparam>
public sealed class InformationPlaneRecorder<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes a recorder.</summary>
    public InformationPlaneRecorder(Symbols inputs, Symbols targets, params IMutualInformationEstimator[] estimators)
        => throw new NotImplementedException();

    /// <summary>Makes a recorder.</summary>
    public InformationPlaneRecorder(Samples<T> inputs, Symbols targets, params IMutualInformationEstimator[] estimators)
        => throw new NotImplementedException();

    /// <summary>Makes a recorder.</summary>
    public InformationPlaneRecorder(Symbols inputs, Samples<T> targets, params IMutualInformationEstimator[] estimators)
        => throw new NotImplementedException();

    /// <summary>Makes a recorder.</summary>
    public InformationPlaneRecorder(Samples<T> inputs, Samples<T> targets, params IMutualInformationEstimator[] estimators)
        => throw new NotImplementedException();

    /// <summary>Gets the schedule.</summary>
    public RecordingSchedule Schedule { get; init; } = RecordingSchedule.EveryEpoch;

    /// <summary>Gets how estimates are computed.</summary>
    public EstimationOptions Options { get; init; } = EstimationOptions.Default;

    /// <summary>Tells whether the schedule includes an epoch.</summary>
    public bool Wants(int epoch) => Schedule.Includes(epoch);

    /// <summary>Records one layer at one epoch.</summary>
    public void Record(int epoch, string layer, Samples<T> activations) => throw new NotImplementedException();

    /// <summary>Gets what has been recorded so far.</summary>
    public InformationPlane Plane => throw new NotImplementedException();
}
