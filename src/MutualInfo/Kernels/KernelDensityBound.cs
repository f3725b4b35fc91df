namespace MutualInfo.Kernels;

/// <summary>Which of the two Kolchinsky–Tracey bounds on the entropy of a mixture is taken.</summary>
public enum KernelDensityBound
{
    /// <summary>The upper bound, from Kullback–Leibler divergences: the similarity at σ.</summary>
    Upper,

    /// <summary>The lower bound, from Bhattacharyya distances: the same formula at 2σ.</summary>
    Lower,
}
