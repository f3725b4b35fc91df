using System.Numerics.Tensors;
using MutualInfo.Hardware;
using MutualInfo.Internal;
using MutualInfo.Kernels.Primitives;

namespace MutualInfo.Kernels;

/// <summary>
/// Gram matrices and spectra on the CPU, in SIMD and on all cores. In double precision, whatever the type of the samples.
/// </summary>
/// <remarks>
/// Computes in the widest vectors that the machine is good at; <see cref="For"/> takes narrower ones, for comparison or in doubt.
/// The environment variable <c>MUTUALINFO_VECTORS</c> (<c>512</c>, <c>256</c>, <c>128</c>, <c>scalar</c>) chooses those of <see
/// cref="Shared"/>. Results name the path, and differ between paths by rounding only.
/// </remarks>
public sealed class CpuBackend : IComputeBackend
{
    private static readonly CpuBackend[] _backends = [.. VectorPaths.Supported.Select(path => new CpuBackend(path, Describe(path)))];

    private CpuBackend(VectorPath path, string name)
    {
        Path = path;
        Name = name;
    }

    /// <summary>Gets the instance for the widest vectors that the machine is good at. Backends hold no state.</summary>
    public static CpuBackend Shared { get; } = Preferred(Environment.GetEnvironmentVariable(VectorPaths.Variable));

    /// <summary>Gets the paths that this machine supports, widest vectors first.</summary>
    public static IReadOnlyList<VectorPath> SupportedPaths => VectorPaths.Supported;

    /// <summary>Gets the instance for one path.</summary>
    /// <param name="path">One of <see cref="SupportedPaths"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="path"/> is not a <see cref="VectorPath"/>.</exception>
    /// <exception cref="PlatformNotSupportedException">This machine lacks vectors of that width.</exception>
    public static CpuBackend For(VectorPath path)
    {
        Throw.UnlessDefined(path, nameof(path));
        return Array.Find(_backends, backend => backend.Path == path)
            ?? throw new PlatformNotSupportedException($"This machine has no fast vectors for {path}; it has {string.Join(", ", SupportedPaths)}. Use CpuBackend.Shared, or one of those.");
    }

    /// <summary>Gets the vectors in which it computes.</summary>
    public VectorPath Path { get; }

    /// <summary>Gets the name that results carry, with the vectors in use: <c>CPU (256-bit)</c>.</summary>
    public string Name { get; }

    internal static CpuBackend Preferred(string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked))
            return _backends[0];
        if (VectorPaths.Parse(asked) is { } path && Array.Find(_backends, backend => backend.Path == path) is { } chosen)
            return chosen;
        // A wrong setting must not stop a training run at its first estimate, and must not pass in silence
        // either: every result says it.
        return new CpuBackend(_backends[0].Path, $"{_backends[0].Name}; {VectorPaths.Variable} = '{asked}' is not one of its paths");
    }

    private static string Describe(VectorPath path) => path == VectorPath.Scalar ? "CPU (scalar)" : $"CPU ({(int)path}-bit)";

    /// <inheritdoc/>
    public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        RequireRoom(similarity, destination);
        using ClassBlocks blocks = new(similarity);
        using AlignedBuffer<double> own = AlignedBuffer<double>.Rent(similarity.Count);
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            ReadOnlySpan<int> rows = blocks.Rows(block);
            Span<double> sums = own.Span[..rows.Length];
            if (IsConstant(similarity, rows.Length))
                sums.Fill(rows.Length);
            else
                BlockRowSums(blocks, block, sums, ProgressPart.Of(options, block, blocks.BlockCount));
            for (int i = 0; i < rows.Length; i++)
                destination[rows[i]] = sums[i];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> RowSumsAt(Similarity similarity, IReadOnlyList<double> widenings, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(widenings);
        ArgumentNullException.ThrowIfNull(options);
        double[] times = [.. widenings.Select(widening => Throw.UnlessPositiveFinite(widening, nameof(widenings)))];
        return times.Length == 0 ? [] : WidenedSums.Of(similarity, times, options with { Backend = this });
    }

    /// <inheritdoc/>
    public double SquaredNorm(Similarity similarity, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        using ClassBlocks blocks = new(similarity);
        double total = 0;
        for (int block = 0; block < blocks.BlockCount; block++)
        {
            double size = blocks.Size(block);
            total += IsConstant(similarity, blocks.Size(block))
                ? size * size
                : BlockSquaredNorm(blocks, block, ProgressPart.Of(options, block, blocks.BlockCount));
        }

        return total;
    }

    /// <inheritdoc/>
    public double TraceOfPower(Similarity similarity, int power, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        Throw.UnlessBetween(power, 3, 4, nameof(power));
        return PowerTraces.Of(similarity.Blocks, power, options with { Backend = this });
    }

    /// <inheritdoc/>
    public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        RequireRoom(similarity, destination);
        Solve([similarity], options)[0].CopyTo(destination);
    }

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Spectra(IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarities);
        ArgumentNullException.ThrowIfNull(options);
        foreach (Similarity similarity in similarities)
            ArgumentNullException.ThrowIfNull(similarity, nameof(similarities));
        return Solve(similarities, options);
    }

    private double[][] Solve(IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        options.CancellationToken.ThrowIfCancellationRequested();
        // What is not computed is exactly 0; rounding puts zeros that are computed on either side of those.
        double[][] eigenvalues = [.. similarities.Select(similarity => new double[similarity.Count])];
        BlockSpectra.Compute(
            [.. similarities.Select(similarity => similarity.Blocks)], eigenvalues, options with { Backend = this });
        foreach (double[] own in eigenvalues)
        {
            TensorPrimitives.Divide(own, own.Length, own);
            Array.Sort(own);
        }

        return eigenvalues;
    }

    // One sample, or samples that only their symbols could tell apart: every similarity in the block is 1.
    private static bool IsConstant(Similarity similarity, int size) => similarity.Dimension == 0 || size == 1;

    private void BlockRowSums(in ClassBlocks blocks, int block, Span<double> sums, EstimationOptions options)
    {
        PairLoops<double> loops = PairLoops.Double(Path);
        using PackedSamples<double> packed = blocks.Pack(block, loops, options);
        GaussianPairs.RowSums(packed.Panels, sums, loops, options);
    }

    private double BlockSquaredNorm(in ClassBlocks blocks, int block, EstimationOptions options)
    {
        PairLoops<double> loops = PairLoops.Double(Path);
        using PackedSamples<double> packed = blocks.Pack(block, loops, options);
        return GaussianPairs.SquaredNorm(packed.Panels, loops, options);
    }

    private static void RequireRoom(Similarity similarity, Span<double> destination)
    {
        if (destination.Length < similarity.Count)
        {
            Throw.Invalid(
                nameof(destination), $"destination has room for {destination.Length} numbers; {similarity.Count} are needed, one for each sample.");
        }
    }
}
