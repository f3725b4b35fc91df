using System.Diagnostics.CodeAnalysis;
using System.Numerics.Tensors;
using MutualInfo.Gpu.Work;
using MutualInfo.Internal;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu;

/// <summary>Gram matrices, row sums and spectra on a GPU. Made explicitly, and given in <see cref="EstimationOptions.Backend"/>.</summary>
/// <remarks>
/// <para>
/// Make one and share it: it owns a queue of the device, compiled kernels and pooled memory. Calls from several threads wait for each other.
/// The same bits run to run on one device; between devices, and to the CPU, results differ by rounding.
/// </para>
/// <para>Row sums and order 2 take O(n·D) device memory at any n; other orders 8·n² bytes for each matrix of a batch.</para>
/// </remarks>
public sealed class GpuBackend : IComputeBackend, IDisposable
{
    private readonly Lock _oneAtATime = new();
    private IGpuEngine? _engine;

    /// <summary>Opens the first GPU of <see cref="Devices"/>.</summary>
    /// <exception cref="PlatformNotSupportedException">There is none; the message says why.</exception>
    public GpuBackend()
        : this(FirstGpu())
    {
    }

    /// <summary>Opens a device.</summary>
    /// <param name="device">One of <see cref="Devices"/>.</param>
    /// <param name="precision">In what precision row sums and squared norms are computed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="PlatformNotSupportedException">The device cannot be opened, or is not there.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is none of the enumeration's.</exception>
    public GpuBackend(GpuDevice device, GpuPrecision precision = GpuPrecision.Float64)
    {
        ArgumentNullException.ThrowIfNull(device);
        Precision = Throw.UnlessDefined(precision, nameof(precision));
        if (Driver.Instance is not { } driver)
            throw new PlatformNotSupportedException(Driver.Missing);
        if (!driver.Devices.Contains(device) && device != driver.WideEmulator)
            throw new PlatformNotSupportedException($"There is no device {device} here. GpuBackend.Devices lists: {Listed(driver.Devices)}.");
        Device = device;
        // What ran on the emulator must not be taken for the work of a GPU.
        string place = device.Kind == GpuDeviceKind.Emulator ? "emulator on the CPU" : device.Name;
        Name = precision == GpuPrecision.Float32 ? $"GPU ({place}, single precision)" : $"GPU ({place})";
        _engine = driver.Open(device);
    }

    /// <summary>Gets whether <see cref="GpuBackend()"/> finds a GPU here. Asks the drivers at the first call.</summary>
    [MemberNotNullWhen(false, nameof(WhyUnavailable))]
    public static bool IsAvailable => WhyUnavailable is null;

    /// <summary>Gets why there is no GPU to be had; null where there is one.</summary>
    public static string? WhyUnavailable => Driver.Instance is not { } driver
        ? Driver.Missing
        : driver.Devices.Any(device => device.Kind != GpuDeviceKind.Emulator)
            ? null
            : "ILGPU found neither a CUDA nor an OpenCL device: no GPU, no driver of it, or one that is too old. nvidia-smi says what the CUDA driver sees.";

    /// <summary>Gets the devices of this machine: GPUs first, and last the emulator, on which kernels can be tested. Empty where the build holds no ILGPU.</summary>
    public static IReadOnlyList<GpuDevice> Devices => Driver.Instance?.Devices ?? [];

    /// <summary>Gets the device it computes on.</summary>
    public GpuDevice Device { get; }

    /// <summary>Gets in what precision it computes row sums and squared norms.</summary>
    public GpuPrecision Precision { get; }

    /// <summary>Gets the name that results carry: <c>GPU (NVIDIA H100 80GB HBM3)</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the bytes of device memory that it holds, pooled buffers included.</summary>
    public long HeldBytes
    {
        get
        {
            lock (_oneAtATime)
                return Engine.HeldBytes;
        }
    }

    private IGpuEngine Engine => _engine ?? throw new ObjectDisposedException(nameof(GpuBackend));

    /// <summary>Gives pooled device memory back. The next call allocates anew.</summary>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public void ReleaseMemory()
    {
        lock (_oneAtATime)
            Engine.ReleaseMemory();
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        GroupedSamples samples = Grouped(similarity, options);
        RequireRoom(destination, samples.Count);
        double[] sums = new double[samples.Count];
        SumsOf(samples, [GroupedSums.FactorAt(1)], sums, options);
        Scatter(samples, sums, destination);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public IReadOnlyList<double[]> RowSumsAt(Similarity similarity, IReadOnlyList<double> widenings, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(widenings);
        GroupedSamples samples = Grouped(similarity, options);
        double[] factors = [.. widenings.Select(widening => GroupedSums.FactorAt(Throw.UnlessPositiveFinite(widening, nameof(widenings))))];
        double[][] all = new double[factors.Length][];
        int n = samples.Count;
        int mostWidths = GroupedSums.MostWidths(Precision);
        for (int first = 0; first < factors.Length; first += mostWidths)
        {
            int widths = Math.Min(mostWidths, factors.Length - first);
            double[] sums = new double[n * widths];
            SumsOf(samples, factors.AsSpan(first, widths), sums, ProgressPart.Of(options, first, factors.Length));
            for (int width = 0; width < widths; width++)
                Scatter(samples, sums.AsSpan(width * n, n), all[first + width] = new double[n]);
        }

        return all;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public double SquaredNorm(Similarity similarity, EstimationOptions options)
    {
        GroupedSamples samples = Grouped(similarity, options);
        double[] sums = new double[samples.Count];
        // The square of a similarity has twice its exponent.
        SumsOf(samples, [2 * GroupedSums.FactorAt(1)], sums, options);
        double total = 0;
        foreach (double sum in sums)
            total += sum;
        return total;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        RequireRoom(destination, similarity.Count);
        Spectra([similarity], options)[0].CopyTo(destination);
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public IReadOnlyList<double[]> Spectra(IReadOnlyList<Similarity> similarities, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarities);
        ArgumentNullException.ThrowIfNull(options);
        options.CancellationToken.ThrowIfCancellationRequested();
        double[][] spectra = new double[similarities.Count][];
        PendingGrams pending = new();
        for (int i = 0; i < spectra.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(similarities[i], nameof(similarities));
            spectra[i] = new double[similarities[i].Count];
            pending.Add(similarities[i], spectra[i]);
        }

        lock (_oneAtATime)
        {
            foreach (IReadOnlyList<WeightedGram> batch in pending.Batches(Engine, Name))
                Engine.Spectra(batch, options);
        }

        // What is not computed is exactly 0; rounding puts zeros that are computed on either side of those.
        foreach (double[] own in spectra)
        {
            TensorPrimitives.Divide(own, own.Length, own);
            Array.Sort(own);
        }

        return spectra;
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The backend is disposed.</exception>
    public double TraceOfPower(Similarity similarity, int power, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        Throw.UnlessBetween(power, 3, 4, nameof(power));
        options.CancellationToken.ThrowIfCancellationRequested();
        double[] single = new double[similarity.Count];
        PendingGrams pending = new();
        pending.Add(similarity, single);
        // A block of one different sample is its multiplicity.
        double trace = 0;
        foreach (double eigenvalue in single)
            trace += Math.Pow(eigenvalue, power);

        lock (_oneAtATime)
        {
            foreach (IReadOnlyList<WeightedGram> batch in pending.Batches(Engine, Name))
                trace += Engine.TraceOfPower(batch, power, options);
        }

        return trace;
    }

    /// <summary>Closes the device's queue and frees its memory. Results that were given remain.</summary>
    public void Dispose()
    {
        lock (_oneAtATime)
        {
            _engine?.Dispose();
            _engine = null;
        }
    }

    private static GroupedSamples Grouped(Similarity similarity, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentNullException.ThrowIfNull(options);
        options.CancellationToken.ThrowIfCancellationRequested();
        return new GroupedSamples(similarity);
    }

    private void SumsOf(GroupedSamples samples, ReadOnlySpan<double> factors, Span<double> sums, EstimationOptions options)
    {
        lock (_oneAtATime)
            GroupedSums.Compute(Engine, Precision, samples, factors, sums, options, Name);
    }

    private static void Scatter(GroupedSamples samples, ReadOnlySpan<double> sums, Span<double> destination)
    {
        for (int i = 0; i < sums.Length; i++)
            destination[samples.Order[i]] = sums[i];
    }

    private static void RequireRoom(Span<double> destination, int count)
    {
        if (destination.Length < count)
            Throw.Invalid(nameof(destination), $"destination has room for {destination.Length} numbers; {count} are needed, one for each sample.");
    }

    private static GpuDevice FirstGpu() =>
        Devices.FirstOrDefault(device => device.Kind != GpuDeviceKind.Emulator) ?? throw new PlatformNotSupportedException($"{WhyUnavailable} Or use CpuBackend.Shared.");

    private static string Listed(IReadOnlyList<GpuDevice> devices) => devices.Count == 0 ? "none" : string.Join(", ", devices);
}
