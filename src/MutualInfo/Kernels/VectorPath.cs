namespace MutualInfo.Kernels;

/// <summary>The width of the vectors in which the CPU computes.</summary>
/// <remarks>Every path gives the same numbers to within rounding, and each path the same bits every time.</remarks>
public enum VectorPath
{
    /// <summary>One number at a time: any machine.</summary>
    Scalar = 0,

    /// <summary>128-bit vectors: two doubles, as on ARM and old x86.</summary>
    Vector128 = 128,

    /// <summary>256-bit vectors: four doubles, as with AVX2 and FMA.</summary>
    Vector256 = 256,

    /// <summary>512-bit vectors: eight doubles, as with AVX-512.</summary>
    Vector512 = 512,
}
