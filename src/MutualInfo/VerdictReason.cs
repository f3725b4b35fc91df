namespace MutualInfo;

/// <summary>
/// Why an estimate is to be read with care. What each means, its figure and its threshold: <c>docs/verdicts.md</c>.
/// </summary>
public enum VerdictReason
{
    /// <summary>
    /// The entropy of a variable is near ln n: most samples look unique, and the estimate tells n rather than the variables.
    /// </summary>
    Saturated,

    /// <summary>
    /// Most samples are alone in their cell: more of the probability lies in cells that were never seen than in those that were.
    /// </summary>
    MostlySingletons,

    /// <summary>
    /// The similarity of different samples is so small that a sample outweighs all others together: the Gram matrix is nearly the
    /// identity.
    /// </summary>
    BandwidthCollapsed,

    /// <summary>The similarity of all samples is near 1: the Gram matrix is nearly all ones, and no shape is seen.</summary>
    BandwidthFlat,

    /// <summary>
    /// There are few samples for each cell of the histogram, or within the reach of each kernel: the estimate may be biased by
    /// more than 0.05 nats.
    /// </summary>
    FewSamplesPerCell,

    /// <summary>The effective rank of the joint Gram matrix is a large part of n.</summary>
    EffectiveRank,

    /// <summary>The bias that first-order theory predicts is a large part of the value.</summary>
    FirstOrderBias,

    /// <summary>
    /// Within the distance of the k-th neighbour the density is not even, as the estimator takes it to be: with fewer neighbours the
    /// value is another one, by so much that it is biased by more than 0.05 nats and 10 %.
    /// </summary>
    UnevenNeighbourhoods,

    /// <summary>A variable is constant to the estimator.</summary>
    Constant,

    /// <summary>The two variables are the same, but for the names of their symbols.</summary>
    SameVariable,

    /// <summary>Most samples of a variable are repetitions of others.</summary>
    RepeatedSamples,

    /// <summary>Values lay outside the given range, and were counted in its outermost bins.</summary>
    OutsideRange,

    /// <summary>Samples tie under an estimator that is defined for continuous variables.</summary>
    Ties,

    /// <summary>The value is infinite: a variable is a function of the other under the model.</summary>
    Infinite,

    /// <summary>The value is below 0.</summary>
    Negative,

    /// <summary>The value is above what the entropies and the number of samples allow.</summary>
    AboveCeiling,

    /// <summary>The value is all that its ceiling allows.</summary>
    AtCeiling,
}
