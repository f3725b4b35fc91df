using MutualInfo.Training;
using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>A classifier of ten digits, some of whose layers are noisy.</summary>
/// <param name="Layers">All layers, up to the logits.</param>
/// <param name="Codes">Those of Information Dropout among them, from the input to the output; none for another regularisation.</param>
public sealed record ClassifierNetwork(Sequential<float> Layers, IReadOnlyList<InformationDropout<float>> Codes)
{
    private const int Classes = 10;

    /// <summary>Makes a fully connected network with two noisy hidden layers: pixels-width-width-10.</summary>
    /// <param name="pixels">The numbers of an image.</param>
    /// <param name="width">The units of a hidden layer.</param>
    /// <param name="units">Makes the hidden units.</param>
    /// <param name="weights">Draws the first weights.</param>
    public static ClassifierNetwork FullyConnected(int pixels, int width, Units units, Random weights)
    {
        ArgumentNullException.ThrowIfNull(units);
        return Of(
        [
            units.Make(() => NewDense(pixels, width, weights)),
            units.Make(() => NewDense(width, width, weights)),
            NewDense(width, Classes, weights),
        ]);
    }

    /// <summary>
    /// Makes a small convolutional network: 6 × 6 windows in steps of 3, then two noisy layers of 3 × 3 windows, then 64 units that see the
    /// whole sheet.
    /// </summary>
    /// <param name="grids">The places of the three layers of windows.</param>
    /// <param name="channels">The channels of the noisy layers; the first has half as many.</param>
    /// <param name="units">Makes the noisy units.</param>
    /// <param name="weights">Draws the first weights.</param>
    public static ClassifierNetwork Convolutional(SheetGrids grids, int channels, Units units, Random weights)
    {
        ArgumentNullException.ThrowIfNull(grids);
        ArgumentNullException.ThrowIfNull(units);
        Patches<float> first = grids.NewFirst(), second = grids.NewSecond(channels / 2), third = grids.NewThird(channels);
        return Of(
        [
            first,
            NewDense(first.Features, channels / 2, weights),
            new Relu<float>(),
            second,
            units.Make(() => NewDense(second.Features, channels, weights), second.Places),
            third,
            units.Make(() => NewDense(third.Features, channels, weights), third.Places),
            new Flatten<float>(third.Places),
            NewDense(channels * third.Places, 64, weights),
            new Relu<float>(),
            NewDense(64, Classes, weights),
        ]);
    }

    private static ClassifierNetwork Of(ILayer<float>[] layers) =>
        new(new Sequential<float>(layers), [.. layers.OfType<InformationDropout<float>>()]);

    private static Dense<float> NewDense(int inputs, int outputs, Random weights)
    {
        var layer = new Dense<float>(inputs, outputs);
        UniformFanIn.Fill(layer, weights);
        return layer;
    }
}
