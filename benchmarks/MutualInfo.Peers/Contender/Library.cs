using MutualInfo.Discrete;
using MutualInfo.Files;
using MutualInfo.Kernels;
using MutualInfo.Kernels.Primitives;
using MutualInfo.Recording;

namespace MutualInfo.Peers.Contender;

/// <summary>
/// Every call into the library that is timed, and no other file has one. Names of works, arrays and numbers are those of
/// <c>benchmarks/peers/driver/rows.py</c>; what an answer holds is said there, or at the peer's work of the same name.
/// </summary>
internal static class Library
{
    public static Work Make(Request request) => request.Work switch
    {
        "gram" => Gram(request),
        "eigenvalues" => Eigenvalues(request),
        "spectra" => Spectra(request),
        "batch" => Batch(request),
        "enclosure" => Enclosure(request),
        "joint_entropy" => JointEntropy(request),
        "matrix_renyi" => MatrixRenyi(request),
        "distinct" => DistinctRows(request),
        "binning" => Binning(request),
        "kernel_density" => KernelDensity(request),
        "epoch" => Epoch(request),
        _ => throw new NotSupportedException($"There is no work '{request.Work}'."),
    };

    /// <summary>The n × n Gram matrix, all of it, from float32 samples into memory that is there. O(n²·d).</summary>
    public static void GramInto(Samples<float> samples, double sigma, double[] destination, EstimationOptions options) =>
        GaussianGram.Fill(samples, sigma, destination, options);

    /// <summary>The same in float32.</summary>
    public static void GramInto(Samples<float> samples, double sigma, float[] destination, EstimationOptions options) =>
        GaussianGram.Fill(samples, sigma, destination, options);

    /// <summary>All eigenvalues of a symmetric matrix that stays as it is. O(n³).</summary>
    public static void EigenvaluesInto(double[] matrix, int n, double[] destination, EstimationOptions options) =>
        SymmetricSpectrum.Eigenvalues(matrix, n, destination, options);

    /// <summary>The eigenvalues of many symmetric matrices, handed over together.</summary>
    public static void EigenvaluesOfAll(double[] matrices, int n, double[] destination, EstimationOptions options) =>
        SymmetricSpectrum.EigenvaluesOfMany(matrices, n, destination, options);

    /// <summary>The row sums of the Gram matrix, from float32 samples. O(n²·d), O(n) memory.</summary>
    public static void RowSumsInto(Samples<float> samples, double sigma, double[] destination, EstimationOptions options) =>
        CpuBackend.Shared.RowSums(Similarity.Gaussian(samples, sigma), destination, options);

    /// <summary>All eigenvalues of a symmetric matrix that stays as it is. O(n³).</summary>
    public static void EigenvaluesInto(double[] matrix, int n, double[] destination, EstimationOptions options) =>
        Kernels.Primitives.SymmetricSpectrum.EigenvaluesInPlace([.. matrix], n, destination, options);

    /// <summary>The eigenvalues of many symmetric matrices, one after another in one array, in one call.</summary>
    public static void EigenvaluesOfAll(double[] matrices, int n, double[] destination, EstimationOptions options) =>
        Parallel.For(0, destination.Length / n, new ParallelOptions { MaxDegreeOfParallelism = options.MaxDegreeOfParallelism }, i =>
        {
            double[] matrix = matrices.AsSpan(i * n * n, n * n).ToArray();
            EstimationOptions one = options with { MaxDegreeOfParallelism = 1 };
            Kernels.Primitives.SymmetricSpectrum.EigenvaluesInPlace(matrix, n, destination.AsSpan(i * n, n), one);
        });

    private static Work Gram(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        int n = x.Length / d;
        double sigma = request.Numbers["sigma"];
        EstimationOptions options = request.Options;
        if (request.Variant == "f32")
        {
            float[] single = new float[n * n];
            return new Work(
                () => GramInto(Samples.FromRows<float>(x, d), sigma, single, options),
                () => GramAnswer([.. single.Select(value => (double)value)], n));
        }

        double[] gram = new double[n * n];
        return new Work(() => GramInto(Samples.FromRows<float>(x, d), sigma, gram, options), () => GramAnswer(gram, n));
    }

    // All row sums, then the row in the middle: enough to tell one Gram matrix from another.
    private static double[] GramAnswer(double[] gram, int n) =>
        [.. Enumerable.Range(0, n).Select(row => gram.Skip(row * n).Take(n).Sum()), .. gram.AsSpan(n / 2 * n, n)];

    private static Work Eigenvalues(Request request)
    {
        double[] matrix = request.Doubles("matrix");
        int n = (int)Math.Sqrt(matrix.Length);
        double[] found = new double[n];
        EstimationOptions options = request.Options;
        return new Work(() => EigenvaluesInto(matrix, n, found, options), () => found);
    }

    private static Work Spectra(Request request)
    {
        double[][] matrices = [.. request.Arrays.Keys.Select(request.Doubles)];
        double[][] found = [.. matrices.Select(matrix => new double[(int)Math.Sqrt(matrix.Length)])];
        EstimationOptions options = request.Options;
        return new Work(
            () =>
            {
                for (int i = 0; i < matrices.Length; i++)
                    EigenvaluesInto(matrices[i], found[i].Length, found[i], options);
            },
            () => [.. found.SelectMany(values => values)]);
    }

    private static Work Batch(Request request)
    {
        NumericArray stack = request.Array("matrices");
        int n = (int)Math.Sqrt(stack.Dimension);
        double[] matrices = stack.ToArray<double>();
        double[] found = new double[stack.Count * n];
        EstimationOptions options = request.Options;
        return new Work(() => EigenvaluesOfAll(matrices, n, found, options), () => found);
    }

    /// <summary>Lower and upper bound of S_α in bits.</summary>
    private static Work Enclosure(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        MatrixRenyiEstimator estimator = new(request.Numbers["order"], new FixedBandwidth(request.Numbers["sigma"]));
        EstimationOptions options = request.Options;
        // A width is asked for in bits; the one wanted is relative, so a first, wide enclosure says to what.
        EntropyEnclosure found = estimator.Enclose(Samples.FromRows<float>(x, d), new EnclosureLimits { Width = Information.FromBits(1e-3) }, options);
        EnclosureLimits limits = new() { Width = request.Numbers["width"] * found.Lower };
        return new Work(
            () => found = estimator.Enclose(Samples.FromRows<float>(x, d), limits, options), () => [found.Lower.Bits, found.Upper.Bits]);
    }

    private static Work JointEntropy(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        Symbols labels = request.Array("labels").AsLabels();
        double sigma = request.Numbers["sigma"];
        double order = request.Numbers["order"];
        EstimationOptions options = request.Options;
        double[] eigenvalues = new double[labels.Count];
        return new Work(
            () =>
            {
                Similarity joint = Similarity.Join(Similarity.Gaussian(Samples.FromRows<float>(x, d), sigma), Similarity.Delta(labels));
                CpuBackend.Shared.Spectrum(joint, eigenvalues, options);
            },
            () => [Information.FromNats(SpectralEntropy.Nats(eigenvalues, order)).Bits]);
    }

    private static Work MatrixRenyi(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        Symbols labels = request.Array("labels").AsLabels();
        MatrixRenyiEstimator estimator = new(request.Numbers["order"], new FixedBandwidth(request.Numbers["sigma"]));
        EstimationOptions options = request.Options;
        double bits = 0;
        return new Work(() => bits = estimator.Estimate(Samples.FromRows<float>(x, d), labels, options).Value.Bits, () => [bits]);
    }

    /// <summary>How many rows differ, and the plug-in entropy of their counts in nats.</summary>
    private static Work DistinctRows(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        Symbols? symbols = null;
        return new Work(
            () => symbols = Symbols.FromRows(Samples.FromRows<float>(x, d)),
            () => [symbols!.AlphabetSize, new PlugIn().Estimate(symbols.Histogram).Nats]);
    }

    private static Work Binning(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        Symbols labels = request.Array("labels").AsLabels();
        DiscreteEstimator estimator = new(new FixedWidthBins(request.Numbers["width"]));
        EstimationOptions options = request.Options;
        MutualInformationEstimate? estimate = null;
        return new Work(
            () => estimate = estimator.Estimate(Samples.FromRows<float>(x, d), labels, options),
            () => [estimate!.EntropyX.Nats, estimate.Value.Nats]);
    }

    private static Work KernelDensity(Request request)
    {
        (float[] x, int d) = SamplesOf(request, "x");
        double sigma = request.Numbers["sigma"];
        double[] sums = new double[x.Length / d];
        double nats = 0;
        EstimationOptions options = request.Options;
        return new Work(
            () =>
            {
                RowSumsInto(Samples.FromRows<float>(x, d), sigma, sums, options);
                nats = RowMeanEntropy.Nats(sums);
            },
            () => [nats]);
    }

    /// <summary>H(T) of the last layer by kernel density, in nats. Every run is one more epoch of one recorder.</summary>
    private static Work Epoch(Request request)
    {
        (string Name, float[] Values, int Width)[] layers =
        [
            .. request.Arrays.Keys.Where(name => name != "labels").Select(name => (name, request.Floats(name), request.Array(name).Dimension)),
        ];
        Symbols labels = request.Array("labels").AsLabels();
        KernelDensityEstimator density = new(new FixedBandwidth(request.Numbers["sigma"]));
        InformationPlaneRecorder<float> recorder = new(
            Symbols.Distinct(labels.Count),
            labels,
            Estimators.Binning(30, -1, 1),
            Estimators.AdaptiveBinning(),
            Estimators.ExactDiscrete(),
            density,
            Estimators.MatrixRenyi(2))
        {
            Options = request.Options,
        };
        int epoch = 0;
        return new Work(
            () =>
            {
                recorder.Record(epoch++, [.. layers.Select(layer => LayerActivations.FromRows(layer.Name, layer.Values, layer.Width))]);
            },
            () => [recorder.Plane.Points.Last(point => point.Layer == layers[^1].Name && point.Estimator.Equals(density)).Target.EntropyX.Nats]);
    }

    private static (float[] Values, int Dimension) SamplesOf(Request request, string name)
    {
        NumericArray array = request.Array(name);
        return (array.ToArray<float>(), array.Dimension);
    }
}
