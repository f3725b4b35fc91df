using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>What the training of one autoencoder has come to.</summary>
public sealed record AutoencoderResult
{
    public required AutoencoderKind Kind { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets I(X;T) and I(T;X′) of every layer; the epochs are training steps.</summary>
    public required InformationPlane Plane { get; init; }

    public required IReadOnlyList<LossPoint> Losses { get; init; }

    /// <summary>Gets the course of one layer.</summary>
    public LayerCourse Course(string layer) =>
        LayerCourse.Of(Plane, Plane.Estimators[0]).Single(course => course.Layer == layer);
}

/// <summary>The loss after some steps.</summary>
/// <param name="Step">The steps trained.</param>
/// <param name="Train">The loss of the last training batch; NaN before the first.</param>
/// <param name="Test">The mean loss over the test set.</param>
public sealed record LossPoint(int Step, double Train, double Test);
