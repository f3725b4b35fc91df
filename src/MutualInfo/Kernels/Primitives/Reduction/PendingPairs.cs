namespace MutualInfo.Kernels.Primitives.Reduction;

/// <summary>Up to two pairs of vectors whose updates A ← A + uwᵀ + wuᵀ the matrix has not had yet.</summary>
internal unsafe struct PendingPairs
{
    public double* U { get; set; }

    public double* W { get; set; }

    public double* SecondU { get; set; }

    public double* SecondW { get; set; }

    /// <summary>Gets or sets how many there are: 1 or 2. With one, the second's vectors mean nothing.</summary>
    public int Count { get; set; }

    /// <summary>
    /// Makes a row forget itself: it is reduced, and must neither change nor count when its group of four is passed again.
    /// </summary>
    public readonly void Clear(int row)
    {
        U[row] = 0;
        W[row] = 0;
        SecondU[row] = 0;
        SecondW[row] = 0;
    }
}
