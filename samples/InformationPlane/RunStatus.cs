using System.Globalization;

namespace MutualInfo.InformationPlanes;

/// <summary>Where a run stands.</summary>
public sealed record RunStatus : IRunStatus
{
    public required int Epoch { get; init; }

    public required int Epochs { get; init; }

    /// <summary>Gets the mean loss of the last epoch, in nats.</summary>
    public required double Loss { get; init; }

    /// <summary>Gets the share of training words that were classified correctly when that was last looked at.</summary>
    public required double TrainAccuracy { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required TimeSpan Left { get; init; }

    /// <summary>Gets the share of the time, not of the epochs, that has passed: recordings take most of it and crowd at the start.</summary>
    public double Fraction => Elapsed / (Elapsed + Left);

    public bool IsLast => Epoch == Epochs;

    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $@"epoch {Epoch}/{Epochs}, loss {Loss:0.000}, accuracy {TrainAccuracy:0.000}, {Left:m\:ss} left");
}
