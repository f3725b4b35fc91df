using System.Globalization;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>How the hidden layers of a classifier are made noisy.</summary>
public sealed record Regularization
{
    private Regularization(RegularizationKind kind, double strength) => (Kind, Strength) = (kind, strength);

    /// <summary>Gets the network without noise; its units are ReLU.</summary>
    public static Regularization None { get; } = new(RegularizationKind.None, 0);

    public RegularizationKind Kind { get; }

    /// <summary>Gets the rate of binary dropout, or β of Information Dropout.</summary>
    public double Strength { get; }

    /// <summary>ReLU units, some of which are set to 0.</summary>
    public static Regularization Binary(double rate) => new(RegularizationKind.Binary, rate);

    /// <summary>Information Dropout of ReLU units, with a log-uniform prior.</summary>
    public static Regularization Rectified(double beta) => new(RegularizationKind.Rectified, beta);

    /// <summary>Information Dropout of softplus units, with a log-normal prior.</summary>
    public static Regularization Smooth(double beta) => new(RegularizationKind.Smooth, beta);

    public override string ToString() => Kind switch
    {
        RegularizationKind.None => "no dropout",
        RegularizationKind.Binary => string.Create(CultureInfo.InvariantCulture, $"binary dropout, rate {Strength}"),
        RegularizationKind.Rectified => string.Create(CultureInfo.InvariantCulture, $"Information Dropout, ReLU, β = {Strength}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Information Dropout, softplus, β = {Strength}"),
    };
}
