using MutualInfo.Gpu.Tests.Support;
using MutualInfo.Gpu.Work;
using MutualInfo.Kernels;

namespace MutualInfo.Gpu.Tests.Guards;

/// <summary>What is said where there is no GPU, no memory, or no backend any more.</summary>
public class BackendGuards
{
    [Fact]
    public void Constructor_NoGpu_SaysWhy()
    {
        if (GpuBackend.IsAvailable)
        {
            using GpuBackend backend = new();
            Assert.NotEqual(GpuDeviceKind.Emulator, backend.Device.Kind);
            return;
        }

        PlatformNotSupportedException refusal = Assert.Throws<PlatformNotSupportedException>(() => new GpuBackend());
        Assert.Equal($"{GpuBackend.WhyUnavailable} Or use CpuBackend.Shared.", refusal.Message);
        Assert.Contains(GpuBackend.Devices.Count == 0 ? "UseGpu" : "nvidia-smi", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_UnknownDevice_IsRefused()
    {
        Assert.Equal("device", Assert.Throws<ArgumentNullException>(() => new GpuBackend(null!)).ParamName);
        GpuDevice unknown = new("Difference Engine", GpuDeviceKind.Cuda, 0, 0);
        string message = Assert.Throws<PlatformNotSupportedException>(() => new GpuBackend(unknown)).Message;
        Assert.True(message == Driver.Missing || message.Contains("Difference Engine", StringComparison.Ordinal), message);
    }

    [Fact]
    public void Batches_MatrixBeyondTheMemory_IsRefusedWithBytesAndAlternatives()
    {
        WeightedGram[] matrices = [Matrix(100)];
        InsufficientMemoryException refusal = Assert.Throws<InsufficientMemoryException>(() => SpectrumPlan.Batches(matrices, ReductionShape.OfGpu, 80_000, "the device"));
        // 100² entries, 100 rows of a coordinate, of 6 vectors, of 2 × 32 of a panel and of 2 tiles, and 3 tiles, 8 bytes each.
        Assert.Contains("138,424 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("80,000 free", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("order 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Batches_ManyMatrices_FitOneByOneAndKeepTheLargestFirst()
    {
        WeightedGram[] matrices = [Matrix(10), Matrix(40), Matrix(20), Matrix(40)];
        ReductionShape shape = ReductionShape.OfGpu;
        long room = SpectrumPlan.Bytes(matrices[1], shape) + SpectrumPlan.Bytes(matrices[2], shape);
        IReadOnlyList<IReadOnlyList<WeightedGram>> batches = SpectrumPlan.Batches(matrices, shape, room, "the device");
        Assert.Equal([[40], [40, 20], [10]], batches.Select(batch => batch.Select(matrix => matrix.Size).ToArray()).ToArray());
    }

    // A launch has groups for the largest matrix in all of them.
    [Fact]
    public void Batches_MatricesOfVeryDifferentOrders_GoApart()
    {
        WeightedGram[] matrices = [Matrix(9), Matrix(40), Matrix(10), Matrix(39)];
        IReadOnlyList<IReadOnlyList<WeightedGram>> batches = SpectrumPlan.Batches(matrices, ReductionShape.OfGpu, long.MaxValue, "the device");
        Assert.Equal([[40, 39, 10], [9]], batches.Select(batch => batch.Select(matrix => matrix.Size).ToArray()).ToArray());
    }

    [EmulatorFact]
    public void FiguresOf_TheEmulator_SayTheVersionsAndClaimNoPeak()
    {
        DeviceFigures figures = Driver.Instance!.FiguresOf(Emulator.Device);
        Assert.StartsWith("ILGPU 1.5.", figures.Library, StringComparison.Ordinal);
        Assert.StartsWith(".NET ", figures.Driver, StringComparison.Ordinal);
        Assert.Null(figures.DoublePeak);
    }

    [EmulatorFact]
    public void Calls_AfterDispose_AreRefused()
    {
        GpuBackend backend = new(Emulator.Device);
        backend.Dispose();
        backend.Dispose();
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>([1, 2, 3]), 1);
        Assert.Throws<ObjectDisposedException>(() => backend.RowSums(similarity, new double[3], EstimationOptions.Default));
        Assert.Throws<ObjectDisposedException>(() => backend.SquaredNorm(similarity, EstimationOptions.Default));
        Assert.Throws<ObjectDisposedException>(() => backend.Spectra([similarity], EstimationOptions.Default));
        Assert.Throws<ObjectDisposedException>(() => backend.HeldBytes);
    }

    [EmulatorFact]
    public void Calls_BadArguments_NameThem()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>([1, 2, 3]), 1);
        Assert.Equal("similarity", Assert.Throws<ArgumentNullException>(() => Emulator.Backend.SquaredNorm(null!, EstimationOptions.Default)).ParamName);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => Emulator.Backend.SquaredNorm(similarity, null!)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => Emulator.Backend.RowSums(similarity, new double[2], EstimationOptions.Default)).ParamName);
        Assert.Equal("destination", Assert.Throws<ArgumentException>(() => Emulator.Backend.Spectrum(similarity, new double[2], EstimationOptions.Default)).ParamName);
        Assert.Equal("similarities", Assert.Throws<ArgumentNullException>(() => Emulator.Backend.Spectra([null!], EstimationOptions.Default)).ParamName);
    }

    [EmulatorFact]
    public void Calls_CancelledBefore_Stop()
    {
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>([1, 2, 3]), 1);
        EstimationOptions options = new() { CancellationToken = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => Emulator.Backend.SquaredNorm(similarity, options));
        Assert.Throws<OperationCanceledException>(() => Emulator.Backend.Spectra([similarity], options));
    }

    // What the first calls took is lent again and again, and in the end given back: the device holds what it held at the start.
    [EmulatorFact]
    public void HeldBytes_AThousandCalls_GoBackToTheStart()
    {
        using GpuBackend backend = new(Emulator.Device);
        Assert.Equal(0, backend.HeldBytes);
        Similarity few = Similarity.Gaussian(Samples.FromScalars<double>([1, 2, 3]), 1);
        Similarity more = Similarity.Gaussian(Samples.FromRows<double>(Seeded.Normal(new Random(1), 30 * 20), 20), 4);
        CallAll(backend, few, more);
        long held = backend.HeldBytes;
        Assert.NotEqual(0, held);
        for (int round = 0; round < 250; round++)
        {
            backend.SquaredNorm(few, EstimationOptions.Default);
            backend.RowSums(few, new double[3], EstimationOptions.Default);
            backend.RowSumsAt(few, [1, 2], EstimationOptions.Default);
            if (round % 50 == 0)
                CallAll(backend, few, more);
            else
                backend.SquaredNorm(few, EstimationOptions.Default);
        }

        Assert.Equal(held, backend.HeldBytes);
        backend.ReleaseMemory();
        Assert.Equal(0, backend.HeldBytes);
        CallAll(backend, few, more);
        Assert.Equal(held, backend.HeldBytes);
    }

    [EmulatorFact]
    public void HeldBytes_AfterACancellation_AreLentAgain()
    {
        using GpuBackend backend = new(Emulator.Device);
        Similarity similarity = Similarity.Gaussian(Samples.FromScalars<double>(Seeded.Normal(new Random(1), 130)), 0.1);
        double[] expected = new double[130], actual = new double[130];
        backend.Spectrum(similarity, expected, EstimationOptions.Default);
        long held = backend.HeldBytes;
        using CancellationTokenSource source = new();
        EstimationOptions stopping = new() { CancellationToken = source.Token, Progress = new Listener(_ => source.Cancel()) };
        OperationCanceledException stopped = Assert.Throws<OperationCanceledException>(() => backend.Spectrum(similarity, actual, stopping));
        Assert.Equal(source.Token, stopped.CancellationToken);
        Assert.Equal(held, backend.HeldBytes);
        backend.Spectrum(similarity, actual, EstimationOptions.Default);
        Assert.Equal(expected, actual);
    }

    private static void CallAll(GpuBackend backend, params Similarity[] similarities)
    {
        foreach (Similarity similarity in similarities)
        {
            backend.SquaredNorm(similarity, EstimationOptions.Default);
            backend.RowSums(similarity, new double[similarity.Count], EstimationOptions.Default);
            backend.RowSumsAt(similarity, [1, 2, 3, 4, 5], EstimationOptions.Default);
            backend.Spectrum(similarity, new double[similarity.Count], EstimationOptions.Default);
        }

        backend.Spectra(similarities, EstimationOptions.Default);
    }

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }

    private static WeightedGram Matrix(int n) =>
        new(Similarity.Gaussian(Samples.FromScalars<double>([.. Enumerable.Range(0, n).Select(i => (double)i)]), 1), 0, new double[n]);
}
