namespace MutualInfo.Internal.Verdicts;

/// <summary>
/// Where a figure becomes a reason. Each is derived in <c>docs/verdicts.md</c> and decided in decision 0014; none is a matter of
/// taste.
/// </summary>
internal static class VerdictThresholds
{
    /// <summary>
    /// Fewer samples than this for each effective symbol, n·e^(−H): the variable is saturated. Without samples that are alone an
    /// entropy
    /// is at most ln(n/2); and for a kernel the sample itself then outweighs all others.
    /// </summary>
    public const double SamplesPerSymbol = 2;

    /// <summary>
    /// The share of singletons is Good and Turing's estimate of the probability in cells never seen: above this it is the greater
    /// part.
    /// </summary>
    public const double SingletonShare = 0.5;

    /// <summary>From this many samples for each cell on, the first-order bias, at most K/2n, cannot exceed 0.05 nats.</summary>
    public const double SamplesPerCell = 10;

    /// <summary>
    /// The same for kernels: samples within the reach of a kernel, or for each effective dimension. A row sum holds its own 1
    /// besides what it
    /// estimates, which at this many is 0.05 nats; measured on independent variables it is between half and twice that.
    /// </summary>
    public const double SamplesPerKernel = 20;

    /// <summary>
    /// The weight of all other samples together, where a sample has 1 itself: below this the Gram matrix is nearly the identity.
    /// </summary>
    public const double WeightOfOthers = 1;

    /// <summary>
    /// A mean similarity above this: −ln k is 1 − k to within 5 %, so entropies are the variance over σ² and nothing else of the
    /// shape.
    /// </summary>
    public const double FlatSimilarity = 0.9;

    /// <summary>
    /// The error that an estimate may have on the benchmark tasks and still count as right, as a share of the value.
    /// </summary>
    public const double BiasShare = 0.1;

    /// <summary>The error in nats that an estimate may have on the benchmark tasks whatever the value.</summary>
    public const double BiasNats = 0.05;

    /// <summary>
    /// How many times as many samples are near in both variables, over what must be: below this the estimate of X and X + noise was
    /// 10 to 16 % too low at n of 300 to 5000 and k of 1 to 10, and no less noise can raise it by more than ln 1.5.
    /// </summary>
    public const double SamplesPerNeighbour = 1.5;

    /// <summary>
    /// Standard errors that a change must exceed to be one. They take samples for independent, which overlapping neighbourhoods are
    /// not, so three rather than two.
    /// </summary>
    public const double StandardErrors = 3;

    /// <summary>Fewer different samples than n divided by this: most samples are repetitions.</summary>
    public const double SamplesPerDifferent = 2;

    /// <summary>
    /// The share of samples whose neighbours tie. Samples that are not rounded have none. At this share and n = 2000 the worst
    /// that can be
    /// done about ties, counting strictly, moves an estimate by 0.02 to 0.03 nats, which is its spread.
    /// </summary>
    public const double TiedShare = 0.1;

    /// <summary>Differences below this share are rounding in every estimator of the library.</summary>
    public const double Rounding = 1e-9;
}
