using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>A classifier with some noisy layers that are to be measured.</summary>
/// <param name="Layers">All layers, up to the logits.</param>
/// <param name="Codes">Those of Information Dropout among them, from the input to the output; none for another regularisation.</param>
public sealed record ClassifierNetwork(Sequential<float> Layers, IReadOnlyList<InformationDropout<float>> Codes)
{
    private const int Classes = 10;

    /// <summary>Makes a fully connected network with two hidden layers: pixels-width-width-10.</summary>
    /// <param name="pixels">The numbers of an image.</param>
    /// <param name="width">The units of a hidden layer.</param>
    /// <param name="units">Makes the hidden units.</param>
    /// <param name="weights">Draws the first weights.</param>
    public static ClassifierNetwork Dense(int pixels, int width, Units units, Random weights)
    {
        ArgumentNullException.ThrowIfNull(units);
        ILayer<float>[] hidden =
            [units.Make(() => NewDense(pixels, width, weights)), units.Make(() => NewDense(width, width, weights))];
        return Of([.. hidden, NewDense(width, Classes, weights)]);
    }

    private static ClassifierNetwork Of(ILayer<float>[] layers) =>
        new(new Sequential<float>(layers), [.. layers.OfType<InformationDropout<float>>()]);

    private static Dense<float> NewDense(int inputs, int outputs, Random weights)
    {
        var layer = new Dense<float>(inputs, outputs);
        Training.UniformFanIn.Fill(layer, weights);
        return layer;
    }
}
