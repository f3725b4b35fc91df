using System.Numerics;
using MutualInfo.Hardware;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>Fills a matrix of your own with the Gaussian similarities of samples, k(i, j) = exp(−‖xᵢ − xⱼ‖² / 2σ²).</summary>
/// <remarks>
/// <para>
/// Entropies need no matrix: <see cref="MatrixRenyiEstimator"/> and <see cref="KernelDensityEstimator"/> take samples. This is
/// for what else you do with one. The result is symmetric to the last bit, with ones on the diagonal and where samples are equal,
/// and the same bits for any number of threads. Similarities below the smallest normal number are 0.
/// </para>
/// <para>
/// O(n²·d) time, 8·n·d bytes (4·n·d in single precision) beside the destination, from a pool: nothing is allocated once the pool
/// is warm. Progress is reported, cancellation heeded within milliseconds.
/// </para>
/// </remarks>
public static class GaussianGram
{
    /// <summary>Fills an n × n matrix in double precision. Sums over a row are accurate to 2.3e−13 in the exponents.</summary>
    /// <typeparam name="T">The type of the numbers; the similarity is computed in double.</typeparam>
    /// <param name="samples">Samples of shape <c>(n, d)</c>.</param>
    /// <param name="sigma">The bandwidth σ, in the units of the samples; above 0.</param>
    /// <param name="destination">Receives n·n numbers, row-major. Anything beyond is left alone.</param>
    /// <param name="options">Threads, cancellation, progress, and the vectors of a <see cref="CpuBackend"/>.</param>
    /// <exception cref="ArgumentException">
    /// The samples are empty or hold NaN or an infinity, or the destination is shorter than n·n.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not a finite number above 0.</exception>
    public static void Fill<T>(Samples<T> samples, double sigma, Span<double> destination, EstimationOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EstimationOptions how = options ?? EstimationOptions.Default;
        Validate(samples, sigma, destination.Length);
        PairLoops<double> loops = PairLoops.Double(how.VectorPath());
        using PackedSamples<double> packed = PackedSamples<double>.ForSimilarity(samples, [], sigma, loops, how);
        GaussianPairs.Matrix(packed.Panels, destination, samples.Count, loops, how);
    }

    /// <summary>
    /// Fills an n × n matrix in single precision, twice as fast: exponents are off by up to 1.2e−4, by 1e−6 as a rule. Not for
    /// entropies of orders near 1, which amplify it.
    /// </summary>
    /// <inheritdoc cref="Fill{T}(Samples{T}, double, Span{double}, EstimationOptions?)"/>
    public static void Fill(Samples<float> samples, double sigma, Span<float> destination, EstimationOptions? options = null)
    {
        EstimationOptions how = options ?? EstimationOptions.Default;
        Validate(samples, sigma, destination.Length);
        PairLoops<float> loops = PairLoops.Single(how.VectorPath());
        using PackedSamples<float> packed = PackedSamples<float>.ForSimilarity(samples, [], sigma, loops, how);
        GaussianPairs.Matrix(packed.Panels, destination, samples.Count, loops, how);
    }

    private static void Validate<T>(Samples<T> samples, double sigma, int room) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.NotEmpty(samples, nameof(samples));
        Guard.Finite(samples, nameof(samples));
        Throw.UnlessPositiveFinite(sigma, nameof(sigma));
        long needed = (long)samples.Count * samples.Count;
        if (room < needed)
            Throw.Invalid("destination", $"destination has room for {room} numbers; {needed} are needed for a matrix of {samples.Count} samples.");
    }
}
