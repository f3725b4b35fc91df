namespace MutualInfo.Tests.Laws;

/// <summary>What an estimator promises; each law runs over all who promise it.</summary>
[Flags]
internal enum Promises
{
    None = 0,

    /// <summary>Counts symbols: equal bits where equal mathematics, for any order of samples, names of symbols and order of columns.</summary>
    Counting = 1 << 0,

    /// <summary>Entropies without a correction: each in [0, ln n], and 0 for a constant.</summary>
    Uncorrected = 1 << 1,

    /// <summary>Shannon entropies of shares: information in [0, min(H(X), H(Y))].</summary>
    Shannon = 1 << 2,

    /// <summary>A constant column changes nothing.</summary>
    IgnoresConstantColumn = 1 << 3,

    /// <summary>A column given twice changes nothing.</summary>
    IgnoresDuplicateColumn = 1 << 4,

    /// <summary>Every sample given m times changes nothing.</summary>
    IgnoresRepetition = 1 << 5,

    /// <summary>Scaling by a power of two is exact and changes no bit.</summary>
    ScaleFree = 1 << 6,

    /// <summary>An exact shift changes no bit.</summary>
    ShiftFree = 1 << 7,

    /// <summary>An affine map changes nothing but rounding.</summary>
    AffineFree = 1 << 8,

    /// <summary>An increasing map of each number changes no bit.</summary>
    MonotoneFree = 1 << 9,

    /// <summary>A rotation of the samples changes nothing but rounding.</summary>
    RotationFree = 1 << 10,

    /// <summary>Computed in double: single precision gives the bits of the same numbers widened.</summary>
    ComputedInDouble = 1 << 11,

    /// <summary>A Kolchinsky–Tracey bound.</summary>
    KernelDensity = 1 << 12,

    /// <summary>A matrix Rényi entropy.</summary>
    MatrixRenyi = 1 << 13,

    /// <summary>A one-to-one map of all numbers changes no bit.</summary>
    InjectionFree = 1 << 14,
}
