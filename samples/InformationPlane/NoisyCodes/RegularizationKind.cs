namespace MutualInfo.InformationPlanes.NoisyCodes;

/// <summary>The kinds of <see cref="Regularization"/>.</summary>
public enum RegularizationKind
{
    None,
    Binary,
    Rectified,
    Smooth,
}
