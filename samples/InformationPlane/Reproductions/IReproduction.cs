namespace MutualInfo.InformationPlanes.Reproductions;

/// <summary>The system of one paper: what it trains and measures, and the claims that come of it.</summary>
public interface IReproduction
{
    /// <summary>Gets the command, such as <c>quantized</c>.</summary>
    string Name { get; }

    /// <summary>Gets one line for the list of commands, with the paper.</summary>
    string Summary { get; }

    /// <summary>Gets what is trained in each size, for the command's own help.</summary>
    string Description { get; }

    /// <summary>Gets whether it reads images, so that <c>--mnist</c> makes sense.</summary>
    bool UsesImages { get; }

    /// <summary>Gives the number of seeds where <c>--seeds</c> does not say.</summary>
    int SeedsAt(RunSize size);

    /// <summary>Trains, measures, writes its files through the context and says what has come of it.</summary>
    /// <remarks>Equal seeds and sizes must give equal claims to the bit, whatever the number of threads.</remarks>
    IReadOnlyList<Claim> Run(ReproductionContext context);
}
