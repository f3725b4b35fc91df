namespace MutualInfo.Kernels;

/// <summary>Whether the numbers of a variable are rescaled before distances are taken. Nothing is, unless asked for.</summary>
public enum FeatureScaling
{
    /// <summary>Numbers are used as they are.</summary>
    None,

    /// <summary>
    /// Each column is centred and divided by <c>√(variance + 1e−8)</c>, variance with denominator n: the scaling of
    /// Tapia and Estévez (2020).
    /// </summary>
    ZScore,
}
