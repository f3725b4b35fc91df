using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>What the training of one autoencoder has come to.</summary>
public sealed record AutoencoderResult
{
    public required AutoencoderKind Kind { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets I(X;T) and I(T;X′) of every layer; the epochs are training steps, and the target is X′.</summary>
    public required InformationPlane Plane { get; init; }

    public required IReadOnlyList<LossPoint> Losses { get; init; }

    /// <summary>Gets one number of the course of a layer, in bits.</summary>
    public double Bits(string layer, PlaneAxis axis, CourseMoment moment)
    {
        IEnumerable<double> course = Plane.Points
            .Where(point => point.Layer == layer)
            .Select(point => (axis == PlaneAxis.Input ? point.Input : point.Target).Value.Bits);
        return moment switch
        {
            CourseMoment.Start => course.First(),
            CourseMoment.Peak => course.Max(),
            _ => course.Last(),
        };
    }

    /// <summary>Gets how far the course of a layer's I(X;T) ends below its peak, in bits.</summary>
    public double Fall(string layer) => Bits(layer, PlaneAxis.Input, CourseMoment.Peak) - Bits(layer, PlaneAxis.Input, CourseMoment.End);
}

/// <summary>The loss after some steps.</summary>
/// <param name="Step">The steps trained.</param>
/// <param name="Train">The loss of the last training batch; NaN before the first.</param>
/// <param name="Test">The mean loss over the test set.</param>
public sealed record LossPoint(int Step, double Train, double Test);
