using MutualInfo.Recording;

namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>How one autoencoder is trained and measured.</summary>
public sealed record AutoencoderOptions
{
    public required AutoencoderKind Kind { get; init; }

    public required int Seed { get; init; }

    /// <summary>Gets the steps of training. <value>The default is Lee and Jo's: 50 epochs of 600 batches.</value></summary>
    public int Steps { get; init; } = 30_000;

    /// <summary>Gets the steps before which, and beside the end, the layers are measured.</summary>
    public RecordingSchedule Schedule { get; init; } = RecordingSchedule.Logarithmic(perDecade: 40);

    public EstimationOptions Estimation { get; init; } = EstimationOptions.Default;
}
