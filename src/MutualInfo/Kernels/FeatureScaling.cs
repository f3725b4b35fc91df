namespace MutualInfo.Kernels;

/// <summary>Whether the numbers of a variable are rescaled before distances are taken. Nothing is, unless asked for.</summary>
public enum FeatureScaling
{
    /// <summary>Numbers are used as they are.</summary>
    None,

    /// <summary>
    /// Each column is centred and divided by <c>√(variance + 1e−8)</c>, variance with denominator n: the scaling of
    /// Tapia and Estévez (2020). The 1e−8 is felt by columns that spread over less than about 0.01, and keeps those below 1e−4 small.
    /// </summary>
    ZScore,

    /// <summary>
    /// Each column is centred and divided by its standard deviation, with denominator n: mean 0 and variance 1 in any unit and at any offset,
    /// for spreads from 1e−150 to 1e150 alike. A column that is constant becomes 0. For estimators that must not depend on units, such as
    /// nearest neighbours among columns of different kinds.
    /// </summary>
    Standardize,
}
