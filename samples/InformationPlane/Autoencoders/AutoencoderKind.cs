namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>The autoencoders of Lee and Jo (2021).</summary>
public enum AutoencoderKind
{
    /// <summary>784-50-784.</summary>
    Shallow,

    /// <summary>784-50-784 with a penalty that keeps the mean activity of every unit near 0.05.</summary>
    Sparse,

    /// <summary>784-50-784 whose decoder has the encoder's weights.</summary>
    Tied,

    /// <summary>784-256-128-50-128-256-784.</summary>
    Deep,

    /// <summary>The deep autoencoder, trained on a tenth of the images for as many steps.</summary>
    DeepOnTenth,

    /// <summary>The deep autoencoder with a Gaussian code: the variational autoencoder.</summary>
    Variational,

    /// <summary>The deep autoencoder with a softmax code that is also asked for the label.</summary>
    Label,
}
