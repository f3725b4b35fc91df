using MutualInfo.Internal;

namespace MutualInfo.Kernels;

/// <summary>
/// The seam to the hardware: what visits all n² pairs of samples. Implemented by <see cref="CpuBackend"/>, and by
/// a GPU in its own package.
/// </summary>
/// <remarks>
/// Each call is one pass, coarse enough to be worth a device. Implementations are safe to share between threads, and give
/// the same bits run to run.
/// </remarks>
public interface IComputeBackend
{
    /// <summary>Gets the name that results and diagnostics carry, such as <c>CPU</c> or the name of a device.</summary>
    string Name { get; }

    /// <summary>
    /// Computes the row sums of the Gram matrix, Σⱼ k(i, j). Each is at least 1, its own term. O(n·tile) memory.
    /// </summary>
    /// <param name="similarity">The similarity of n samples.</param>
    /// <param name="destination">Receives the n sums.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than n.</exception>
    void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options);

    /// <summary>
    /// Computes the row sums of the Gram matrices at several bandwidths, each so many times the similarity's own.
    /// </summary>
    /// <param name="similarity">The similarity of n samples.</param>
    /// <param name="widenings">What the bandwidth is multiplied by; each a finite number above 0.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    /// <returns>For each of them the n sums, as <see cref="RowSums"/> gives them at that bandwidth, to rounding.</returns>
    /// <remarks>
    /// A backend overrides this to compute the distance of each pair once, as the CPU does. The default
    /// asks for one after another.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A multiple is not a finite number above 0.</exception>
    IReadOnlyList<double[]> RowSumsAt(Similarity similarity, IReadOnlyList<double> widenings, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(widenings);
        ArgumentNullException.ThrowIfNull(options);
        double[][] sums = new double[widenings.Count][];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = new double[similarity.Count];
            Similarity widened = similarity.Widened(Throw.UnlessPositiveFinite(widenings[i], nameof(widenings)));
            RowSums(widened, sums[i], ProgressPart.Of(options, i, sums.Length));
        }

        return sums;
    }

    /// <summary>
    /// Computes the squared Frobenius norm of the Gram matrix, Σᵢⱼ k(i, j)². From n to n². O(n·tile) memory: no matrix is stored.
    /// </summary>
    /// <param name="similarity">The similarity of n samples.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    double SquaredNorm(Similarity similarity, EstimationOptions options);

    /// <summary>
    /// Computes the trace of a power of the Gram matrix, Σ λᵏ, from which entropies of the orders 3 and 4 follow. From n to nᵏ.
    /// </summary>
    /// <param name="similarity">The similarity of n samples.</param>
    /// <param name="power">k, 3 or 4.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    /// <remarks>
    /// A backend that multiplies matrices faster than it finds eigenvalues overrides this, as the CPU does. The default adds up
    /// the powers of the spectrum.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="power"/> is neither 3 nor 4.</exception>
    /// <exception cref="InsufficientMemoryException">
    /// The matrix would not fit; the message says the bytes and the alternatives.
    /// </exception>
    double TraceOfPower(Similarity similarity, int power, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        Throw.UnlessBetween(power, 3, 4, nameof(power));
        double[] eigenvalues = new double[similarity.Count];
        Spectrum(similarity, eigenvalues, options);
        double sum = 0;
        foreach (double value in eigenvalues)
            sum += Math.Pow(value, power);
        return sum * Math.Pow(similarity.Count, power);
    }

    /// <summary>
    /// Computes the eigenvalues of the Gram matrix divided by n, which sum to 1. O(n²) memory, O(n³) time at worst.
    /// </summary>
    /// <param name="similarity">The similarity of n samples.</param>
    /// <param name="destination">Receives the n eigenvalues, ascending.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than n.</exception>
    /// <exception cref="InsufficientMemoryException">
    /// The matrix would not fit; the message says the bytes and the alternatives.
    /// </exception>
    void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options);

    /// <summary>
    /// Computes the spectra of several Gram matrices, pending together: a training loop's layers, or a variable and its joints.
    /// </summary>
    /// <param name="similarities">Similarities of any numbers of samples.</param>
    /// <param name="options">Threads, cancellation, progress.</param>
    /// <returns>For each similarity its eigenvalues as <see cref="Spectrum"/> gives them, to the last bit.</returns>
    /// <remarks>
    /// A backend that is best used with many matrices at once overrides this: the CPU solves one on each core, a device all in
    /// one sequence of launches. The default asks for one after another.
    /// </remarks>
    /// <exception cref="InsufficientMemoryException">
    /// A matrix would not fit; the message says the bytes and the alternatives.
    /// </exception>
    IReadOnlyList<double[]> Spectra(IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarities);
        ArgumentNullException.ThrowIfNull(options);
        double[][] spectra = new double[similarities.Count][];
        for (int i = 0; i < spectra.Length; i++)
        {
            spectra[i] = new double[similarities[i].Count];
            Spectrum(similarities[i], spectra[i], ProgressPart.Of(options, i, spectra.Length));
        }

        return spectra;
    }
}
