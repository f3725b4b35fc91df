namespace MutualInfo.InformationPlanes.Autoencoders;

/// <summary>What is said of the kinds.</summary>
public static class AutoencoderKinds
{
    extension(AutoencoderKind kind)
    {
        /// <summary>Gets whether it has five hidden layers instead of one.</summary>
        public bool IsDeep() => kind is not (AutoencoderKind.Shallow or AutoencoderKind.Sparse or AutoencoderKind.Tied);

        /// <summary>Gets its name.</summary>
        public string Title() => kind switch
        {
            AutoencoderKind.DeepOnTenth => "deep on a tenth",
            _ => kind.ToString().ToLowerInvariant(),
        };
    }
}
