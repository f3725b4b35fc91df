namespace MutualInfo.Kernels.Primitives;

/// <summary>How the exponents of pairs are computed. See <see cref="ExponentError"/> for which is good enough.</summary>
internal enum PairEvaluation
{
    /// <summary>From squared differences.</summary>
    Direct,

    /// <summary>From products and norms.</summary>
    Expanded,

    /// <summary>From products and norms, and again from differences in tiles that hold a pair close enough to matter.</summary>
    Refined,
}

/// <summary>Samples as the loops over pairs read them. A view of <see cref="PackedSamples{T}"/>.</summary>
/// <remarks>
/// A panel holds <see cref="Width"/> samples, feature-major: feature k of sample j of a panel is <c>panel[k·Width + j]</c>, so
/// lanes run over samples, and a layer of width 3 fills a register as well as one of width 784. Beyond the last sample stand
/// samples so far out that their similarity to any other is 0.
/// </remarks>
internal readonly unsafe struct PairPanels<T>
    where T : unmanaged
{
    /// <summary>
    /// The features that are summed in one chain; the chains are added. It bounds the rounding, and its panels stay in the cache.
    /// </summary>
    public const int SlabFeatures = 64;

    // Each part has a vector of row sums of its own: enough parts to keep many cores busy, few enough to be no burden.
    private const int MostParts = 64;

    /// <summary>Gets the samples in a panel: four cache lines of them.</summary>
    public static int Width => 256 / sizeof(T);

    public required T* Features { get; init; }

    /// <summary>
    /// Gets ½‖u‖² of each sample, summed in the order of the products. Unset where <see cref="Evaluation"/> is direct.
    /// </summary>
    public required T* HalfNorms { get; init; }

    public required int Count { get; init; }

    public required int Dimension { get; init; }

    public PairEvaluation Evaluation { get; init; }

    /// <summary>Gets the exponent above which a refined evaluation computes a tile again.</summary>
    public T RefineAbove { get; init; }

    public int PanelCount => (Count + Width - 1) / Width;

    /// <summary>Gets n rounded up to whole blocks.</summary>
    public int PaddedCount => Blocks * PairBlock<T>.Size;

    /// <summary>Gets the parts of a pass over all pairs. They depend on n alone.</summary>
    public int PartCount => (int)Math.Min(MostParts, BlockCount);

    private int Blocks => (Count + PairBlock<T>.Size - 1) / PairBlock<T>.Size;

    private long BlockCount => (long)Blocks * (Blocks + 1) / 2;

    public T* Panel(int panel) => Features + (nint)panel * Width * Dimension;

    /// <summary>
    /// One feature of one sample. The next sample of the panel is 1 further, the next feature <see cref="Width"/>.
    /// </summary>
    public T* At(int sample, int feature) => Panel(sample / Width) + (nint)feature * Width + sample % Width;

    /// <summary>
    /// The blocks of a part, numbered row by row through the lower triangle: from one number, to below another.
    /// </summary>
    public (long First, long End) BlocksOf(int part) => (BlockCount * part / PartCount, BlockCount * (part + 1) / PartCount);
}
