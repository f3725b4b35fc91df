namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>A number that is read off a figure of Lee and Jo.</summary>
/// <param name="Kind">The autoencoder.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Axis">Which information.</param>
/// <param name="Moment">Which time.</param>
/// <param name="Bits">The number.</param>
public sealed record PaperFigure(AutoencoderKind Kind, string Layer, PlaneAxis Axis, CourseMoment Moment, double Bits)
{
    /// <summary>Gets how far a mean over seeds may be from it, in bits.</summary>
    /// <remarks>A figure is read to about 0.1 bits, shows a single run, and seeds differ by up to 0.2.</remarks>
    public const double Tolerance = 0.4;

    /// <summary>Gets all of them, from the MNIST figures of the authors' notebook.</summary>
    public static IReadOnlyList<PaperFigure> All { get; } =
    [
        new(AutoencoderKind.Shallow, "Z", PlaneAxis.Input, CourseMoment.Peak, 5.2),
        new(AutoencoderKind.Shallow, "Z", PlaneAxis.Input, CourseMoment.End, 3.6),
        new(AutoencoderKind.Sparse, "Z", PlaneAxis.Input, CourseMoment.Peak, 4.8),
        new(AutoencoderKind.Sparse, "Z", PlaneAxis.Input, CourseMoment.End, 0.8),
        new(AutoencoderKind.Tied, "Z", PlaneAxis.Input, CourseMoment.End, 6.35),
        new(AutoencoderKind.Deep, "E1", PlaneAxis.Input, CourseMoment.End, 6.5),
        new(AutoencoderKind.Deep, "E2", PlaneAxis.Input, CourseMoment.Peak, 5.8),
        new(AutoencoderKind.Deep, "E2", PlaneAxis.Input, CourseMoment.End, 5.0),
        new(AutoencoderKind.Deep, "Z", PlaneAxis.Input, CourseMoment.Peak, 4.4),
        new(AutoencoderKind.Deep, "Z", PlaneAxis.Input, CourseMoment.End, 2.8),
        new(AutoencoderKind.Deep, "D1", PlaneAxis.Output, CourseMoment.Peak, 5.8),
        new(AutoencoderKind.Deep, "D1", PlaneAxis.Output, CourseMoment.End, 4.1),
        new(AutoencoderKind.Deep, "D2", PlaneAxis.Output, CourseMoment.Peak, 6.45),
        new(AutoencoderKind.Deep, "D2", PlaneAxis.Output, CourseMoment.End, 6.3),
        new(AutoencoderKind.DeepOnTenth, "E1", PlaneAxis.Input, CourseMoment.End, 6.6),
        new(AutoencoderKind.DeepOnTenth, "E2", PlaneAxis.Input, CourseMoment.End, 6.3),
        new(AutoencoderKind.DeepOnTenth, "Z", PlaneAxis.Input, CourseMoment.End, 5.2),
        new(AutoencoderKind.Variational, "Z", PlaneAxis.Input, CourseMoment.End, 6.64),
        new(AutoencoderKind.Variational, "Z", PlaneAxis.Output, CourseMoment.End, 6.2),
        new(AutoencoderKind.Variational, "E2", PlaneAxis.Input, CourseMoment.End, 2.8),
        new(AutoencoderKind.Variational, "D1", PlaneAxis.Output, CourseMoment.End, 4.5),
        new(AutoencoderKind.Variational, "D2", PlaneAxis.Output, CourseMoment.End, 5.6),
        new(AutoencoderKind.Label, "E1", PlaneAxis.Input, CourseMoment.End, 6.6),
        new(AutoencoderKind.Label, "E2", PlaneAxis.Input, CourseMoment.Peak, 5.9),
        new(AutoencoderKind.Label, "E2", PlaneAxis.Input, CourseMoment.End, 5.6),
        new(AutoencoderKind.Label, "Z", PlaneAxis.Input, CourseMoment.End, 1.2),
        new(AutoencoderKind.Label, "D1", PlaneAxis.Output, CourseMoment.End, 3.5),
        new(AutoencoderKind.Label, "D2", PlaneAxis.Output, CourseMoment.End, 5.85),
    ];

    /// <summary>Gets the decimal logarithm of the test loss at the end, as the authors plot it.</summary>
    public static IReadOnlyDictionary<AutoencoderKind, double> LogLosses { get; } = new Dictionary<AutoencoderKind, double>
    {
        [AutoencoderKind.Shallow] = -2.24,
        [AutoencoderKind.Sparse] = -2.07,
        [AutoencoderKind.Tied] = -1.79,
        [AutoencoderKind.Deep] = -2.2,
        [AutoencoderKind.DeepOnTenth] = -1.56,
        [AutoencoderKind.Variational] = 2.15,
        [AutoencoderKind.Label] = -1.7,
    };

    /// <summary>Says which number it is.</summary>
    public override string ToString() =>
        $"{Kind.Title()}: {(Axis == PlaneAxis.Input ? $"I(X;{Layer})" : $"I({Layer};X′)")}, {(Moment == CourseMoment.Peak ? "peak" : "end")}";
}

/// <summary>An axis of the plane.</summary>
public enum PlaneAxis
{
    /// <summary>I(X;T).</summary>
    Input,

    /// <summary>I(T;X′).</summary>
    Output,
}

/// <summary>A moment of a course.</summary>
public enum CourseMoment
{
    Start,

    /// <summary>The greatest value.</summary>
    Peak,

    End,
}
