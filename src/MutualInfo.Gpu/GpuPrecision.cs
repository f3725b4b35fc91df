using System.Diagnostics.CodeAnalysis;

namespace MutualInfo.Gpu;

/// <summary>In what precision a <see cref="GpuBackend"/> computes the distances and similarities that row sums and squared norms are made of.</summary>
/// <remarks>Spectra and traces are computed in double always: an entropy of an order near 1 weighs eigenvalues that single precision does not hold.</remarks>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names of types are what this list is of.")]
public enum GpuPrecision
{
    /// <summary>Double: as on the CPU, to rounding.</summary>
    Float64,

    /// <summary>
    /// Single, with sums in double: for devices whose double precision is a thirty-second or a sixty-fourth of their single. The similarity
    /// of two samples of D features, each at most r bandwidths from the mean of all, is off by at most (0.4·D + 1.8·r + 8)·2⁻²⁴.
    /// </summary>
    Float32,
}
