using MutualInfo.Recording;
using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes;

/// <summary>Records every layer of the network: on all words, and on a fixed subset with the estimators that need one.</summary>
/// <remarks>All 4096 words differ, and so do those of the subset, hence <see cref="Symbols.Distinct"/>: I(X;T) is then H(T).</remarks>
public sealed class PlaneRecording
{
    private readonly InformationPlaneRecorder<float> _all;
    private readonly InformationPlaneRecorder<float> _subset;
    private readonly int[] _members;
    private readonly Matrix<float> _activations = new();
    private readonly Matrix<float> _memberActivations = new();

    /// <param name="data">All words, in the order in which they will be recorded.</param>
    /// <param name="members">The subset, by index.</param>
    /// <param name="activation">The activation function, which decides the range of the bins.</param>
    /// <param name="schedule">The epochs to record.</param>
    /// <param name="options">How to compute.</param>
    public PlaneRecording(
        LabeledData<float> data, int[] members, ActivationFunction activation, RecordingSchedule schedule, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(members);
        _members = members;
        int[] memberLabels = new int[members.Length];
        for (int i = 0; i < members.Length; i++)
            memberLabels[i] = data.Labels[members[i]];

        _all = Recorder(data.Count, Symbols.FromLabels(data.Labels), EstimatorFamily.ForAllSamples(activation), schedule, options);
        _subset = Recorder(members.Length, Symbols.FromLabels(memberLabels), EstimatorFamily.ForSubset, schedule, options);
    }

    /// <summary>Gets what both recorders have recorded.</summary>
    public InformationPlane Plane => new([.. _all.Plane.Points, .. _subset.Plane.Points]);

    public bool Wants(int epoch) => _all.Wants(epoch);

    /// <summary>Records the layers T1, T2, … of one epoch.</summary>
    /// <param name="epoch">The epochs trained so far.</param>
    /// <param name="layers">The activations, each of shape <c>(width, n)</c>.</param>
    public void Record(int epoch, IReadOnlyList<Matrix<float>> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        for (int i = 0; i < layers.Count; i++)
        {
            string name = $"T{i + 1}";
            layers[i].TransposeInto(_activations);
            _all.Record(epoch, name, Samples.FromRows<float>(_activations.Values, _activations.Columns));

            _memberActivations.Reshape(_members.Length, _activations.Columns);
            for (int j = 0; j < _members.Length; j++)
                _activations[_members[j]].CopyTo(_memberActivations[j]);
            _subset.Record(epoch, name, Samples.FromRows<float>(_memberActivations.Values, _memberActivations.Columns));
        }
    }

    private static InformationPlaneRecorder<float> Recorder(
        int count, Symbols labels, IReadOnlyList<EstimatorFamily> families, RecordingSchedule schedule, EstimationOptions options) =>
        new(Symbols.Distinct(count), labels, [.. families.Select(family => family.Estimator)]) { Schedule = schedule, Options = options };
}
