using System.Diagnostics;
using System.Numerics.Tensors;
using MutualInfo.Internal;

namespace MutualInfo.Kernels.Primitives;

/// <summary>Matrix Rényi entropies of the caller's own Gram matrices.</summary>
internal static class GramMeasurement
{
    // Rounding leaves eigenvalues of about −1e−16; single-precision matrices −1e−7. A kernel that is not
    // one leaves far larger ones.
    private const double MostNegativeEigenvalue = -1e-6;

    public static MutualInformationEstimate Estimate(
        MatrixRenyiEstimator estimator, GramMatrix x, GramMatrix y, EstimationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count)
            Throw.CountsDiffer(x.Count, y.Count);
        EstimationOptions how = options ?? EstimationOptions.Default;
        long start = Stopwatch.GetTimestamp();
        (Information entropyX, double similarityX) = Measure(estimator.Order, x, nameof(x), how);
        (Information entropyY, double similarityY) = Measure(estimator.Order, y, nameof(y), how);
        Information joint = Entropy(estimator.Order, GramMatrix.Join(x, y), nameof(y), how);
        return new MutualInformationEstimate
        {
            Value = entropyX + entropyY - joint,
            EntropyX = entropyX,
            EntropyY = entropyY,
            JointEntropy = joint,
            SampleCount = x.Count,
            Estimator = estimator,
            Diagnostics = new EstimateDiagnostics
            {
                Backend = CpuBackend.Shared.Name,
                Elapsed = Stopwatch.GetElapsedTime(start),
                MeanSimilarityX = double.IsNaN(similarityX) ? null : similarityX,
                MeanSimilarityY = double.IsNaN(similarityY) ? null : similarityY,
            },
        };
    }

    public static Information Entropy(double order, GramMatrix matrix, string paramName, EstimationOptions options) =>
        Measure(order, matrix, paramName, options).Entropy;

    /// <summary>The entropy, and the root mean square of the similarities of different samples.</summary>
    private static (Information Entropy, double Similarity) Measure(double order, GramMatrix matrix, string paramName, EstimationOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix, paramName);
        options.CancellationToken.ThrowIfCancellationRequested();
        double n = matrix.Count;
        if (order == 2)
        {
            double trace = OrderedSum.OfProducts(matrix.Values, matrix.Values) / (n * n);
            return (Information.FromNats(SpectralEntropy.OfTraceNats(trace, 2)), SpectralEntropy.RootMeanSquareSimilarity(trace, matrix.Count));
        }

        double[] eigenvalues = new double[matrix.Count];
        CopiedSpectrum.Compute(matrix.Values, matrix.Count, eigenvalues, options);
        TensorPrimitives.Divide(eigenvalues, n, eigenvalues);
        if (eigenvalues[0] < MostNegativeEigenvalue)
        {
            Throw.Invalid(
                paramName,
                $"{paramName} has the eigenvalue {eigenvalues[0]:R} of K/n; a Gram matrix is positive semidefinite. Check the kernel, or add the missing diagonal.");
        }

        return (
            Information.FromNats(SpectralEntropy.Nats(eigenvalues, order)),
            SpectralEntropy.RootMeanSquareSimilarity(SpectralEntropy.TraceOfSquare(eigenvalues), matrix.Count));
    }
}
