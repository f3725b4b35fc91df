using MutualInfo.Training.Layers;

namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>Makes hidden units of one kind of regularisation.</summary>
/// <param name="regularization">The kind, and its strength.</param>
/// <param name="trainCount">N, the number of training samples, by which the paper divides β.</param>
/// <param name="range">α_max, the greatest deviation of the noise.</param>
/// <param name="noise">Draws the noise.</param>
public sealed class Units(Regularization regularization, int trainCount, double range, Random noise)
{
    /// <summary>Makes a layer of units.</summary>
    /// <param name="newAffine">Makes an affine map of the layer's input; every call makes one with first weights of its own.</param>
    /// <param name="places">The places of an image, where columns are places as well as samples.</param>
    public ILayer<float> Make(Func<ILayer<float>> newAffine, int places = 1)
    {
        ArgumentNullException.ThrowIfNull(newAffine);
        return regularization.Kind switch
        {
            RegularizationKind.None => new Sequential<float>(newAffine(), new Relu<float>()),
            RegularizationKind.Binary => new Sequential<float>(
                newAffine(), new Relu<float>(), new BinaryDropout<float>(regularization.Strength, noise)),
            RegularizationKind.Rectified => NewInformationDropout(
                new Relu<float>(), newAffine, new LogUniformPrior<float>(range + InformationDropout<float>.LeastDeviation), places),
            _ => NewInformationDropout(new Softplus<float>(), newAffine, new LogNormalPrior<float>(), places),
        };
    }

    private InformationDropout<float> NewInformationDropout(
        ILayer<float> activation, Func<ILayer<float>> newAffine, IRatePrior<float> prior, int places) =>
        new(new Sequential<float>(newAffine(), activation), newAffine(), range, prior, noise)
        {
            Places = places,
            RateWeight = regularization.Strength / trainCount,
        };
}
