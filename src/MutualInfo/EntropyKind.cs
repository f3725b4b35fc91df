namespace MutualInfo;

/// <summary>What the three entropies of an estimate are.</summary>
public enum EntropyKind
{
    /// <summary>
    /// Those of n samples told apart, by symbols or by a kernel: from 0 to ln n, but for a bias correction. One that is not measured is
    /// <see cref="Information.Undefined"/>.
    /// </summary>
    Bounded,

    /// <summary>
    /// Those of densities: they change with the units of the samples, can be negative, and have no ceiling, so that saturation has no
    /// meaning. The information does not change with the units.
    /// </summary>
    Differential,

    /// <summary>
    /// None is measured, and all three are <see cref="Information.Undefined"/>: nearest neighbours give the information of two continuous
    /// variables, and nothing else.
    /// </summary>
    None,
}
