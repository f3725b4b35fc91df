using System.Numerics;
using MutualInfo.Recording;
using MutualInfo.Tool.Specifications;
using MutualInfo.Tool.Variables;

namespace MutualInfo.Tool.Planes;

/// <summary>A recorder for a whole list of SPECs.</summary>
/// <remarks>
/// Labels are delta or Gaussian by SPEC, and a recorder has one target for all its estimators: so there are up to two recorders, and
/// the plane puts their points into the order of the SPECs.
/// </remarks>
internal sealed class PlaneRecording<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<EstimatorSpec> _specs;
    private readonly Dictionary<bool, InformationPlaneRecorder<T>> _recorders = [];

    public PlaneRecording(IReadOnlyList<EstimatorSpec> specs, Variable inputs, Variable targets, EstimationOptions options)
    {
        _specs = specs;
        foreach (IGrouping<bool, EstimatorSpec> group in specs.GroupBy(spec => spec.LabelsAreGaussian))
        {
            EstimatorSpec any = group.First();
            _recorders[group.Key] = Recorder(
                SpecEstimation.Prepared(any, inputs, null),
                SpecEstimation.Prepared(any, targets, null),
                [.. group.Select(spec => spec.Estimator)],
                options);
        }
    }

    public InformationPlane Plane => new(_specs.SelectMany(PointsOf));

    /// <summary>Records layers of an epoch, which go to a device together.</summary>
    public void Record(int epoch, LayerActivations<T>[] layers)
    {
        foreach (InformationPlaneRecorder<T> recorder in _recorders.Values)
            recorder.Record(epoch, layers);
    }

    private IEnumerable<InformationPlanePoint> PointsOf(EstimatorSpec spec)
    {
        IEnumerable<InformationPlanePoint> points =
            _recorders[spec.LabelsAreGaussian].Plane.Points.Where(point => point.Estimator.Equals(spec.Estimator));
        return spec.LabelsAreGaussian ? points.Select(point => point with { Estimator = new GaussianLabels(spec.Estimator) }) : points;
    }

    private static InformationPlaneRecorder<T> Recorder(
        Variable inputs, Variable targets, IMutualInformationEstimator[] estimators, EstimationOptions options) =>
        (inputs, targets) switch
        {
            (SymbolVariable x, SymbolVariable y) => new(x.Symbols, y.Symbols, estimators) { Options = options },
            (SymbolVariable x, _) => new(x.Symbols, Samples(targets), estimators) { Options = options },
            (_, SymbolVariable y) => new(Samples(inputs), y.Symbols, estimators) { Options = options },
            _ => new(Samples(inputs), Samples(targets), estimators) { Options = options },
        };

    // One-hot labels are made in double; ones and zeros are the same in every precision.
    private static Samples<T> Samples(Variable variable) => (variable as SampleVariable<T> ?? variable.ConvertTo<T>()).AsSamples();
}
