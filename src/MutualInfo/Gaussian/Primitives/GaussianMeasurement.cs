using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using MutualInfo.Internal;

namespace MutualInfo.Gaussian.Primitives;

/// <summary>Represent and measure, for both Gaussian estimators: they differ in what they make of a column alone.</summary>
internal static class GaussianMeasurement
{
    /// <summary>What an estimator does to a column of n numbers before it is centred.</summary>
    public delegate void ColumnMap(Span<double> column, EstimationOptions options);

    [DoesNotReturn]
    public static Representation RefuseLabels(string paramName)
    {
        Throw.Invalid(
            paramName,
            $"{paramName} is labels, which have no covariance; a Gaussian estimate needs numbers for both variables. For two discrete variables take Estimators.ExactDiscrete(); for numbers and labels Estimators.Ross() or Estimators.KernelDensity().");
        return null;
    }

    /// <summary>Copies the samples column by column, maps every column, and makes them orthonormal.</summary>
    public static Representation Represent<T>(Samples<T> samples, string paramName, ColumnMap map, EstimationOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Guard.Finite(samples, paramName);
        (int n, int d) = (samples.Count, samples.Dimension);
        if (n <= d)
        {
            Throw.Invalid(
                paramName,
                $"{paramName} has {n} sample(s) of dimension {d}; more samples than dimensions are expected, or every covariance is singular. Give more samples, or measure fewer dimensions.");
        }

        ReadOnlySpan<T> values = samples.Values;
        double[] columns = new double[values.Length];
        for (int k = 0; k < d; k++)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            Span<double> column = columns.AsSpan(k * n, n);
            for (int i = 0; i < n; i++)
                column[i] = double.CreateChecked(values[(i * d) + k]);
            map(column, options);
        }

        return new GaussianRepresentation(OrthonormalColumns.Of(columns, n, d, paramName, options));
    }

    public static MutualInformationEstimate[] Measure(
        IMutualInformationEstimator estimator,
        GaussianCorrection correction,
        IReadOnlyList<RepresentationPair> pairs,
        EstimationOptions options,
        long startTimestamp)
    {
        MutualInformationEstimate[] estimates = [.. pairs.Select(pair =>
            Estimate(estimator, correction, ((GaussianRepresentation)pair.X).Columns, ((GaussianRepresentation)pair.Y).Columns, options))];
        options.Progress?.Report(1);
        return EstimateTime.Share(estimates, startTimestamp);
    }

    private static MutualInformationEstimate Estimate(
        IMutualInformationEstimator estimator, GaussianCorrection correction, OrthonormalColumns x, OrthonormalColumns y, EstimationOptions options)
    {
        if (x.Count <= x.Dimension + y.Dimension)
        {
            Throw.Invalid(
                nameof(x),
                $"x and y have {x.Count} samples of {x.Dimension} + {y.Dimension} dimensions; more samples than dimensions together are expected, or every joint covariance is singular and the estimate infinite whatever the samples are. Give more samples, or measure fewer dimensions.");
        }

        bool isCorrected = correction == GaussianCorrection.Analytic;
        double nats = CanonicalInformation.Nats(x, y, options);
        Information value = Information.FromNats(
            isCorrected ? nats - WishartBias.OfInformation(x.Count, x.Dimension, y.Dimension) : nats);
        Information entropyX = Entropy(x, isCorrected), entropyY = Entropy(y, isCorrected);
        return new MutualInformationEstimate
        {
            Value = value,
            EntropyX = entropyX,
            EntropyY = entropyY,
            // The information is the more exact of the two: it does not come of a difference.
            JointEntropy = entropyX + entropyY - value,
            EntropyKind = EntropyKind.Differential,
            SampleCount = x.Count,
            Estimator = estimator,
            Diagnostics = new EstimateDiagnostics { Backend = "CPU", Elapsed = TimeSpan.Zero },
        };
    }

    // ½ ln((2πe)ᵈ·|S|).
    private static Information Entropy(OrthonormalColumns variable, bool isCorrected)
    {
        double nats = ((variable.Dimension * (Math.Log(2 * Math.PI) + 1)) + variable.LogDeterminant) / 2;
        return Information.FromNats(isCorrected ? nats - WishartBias.OfEntropy(variable.Count, variable.Dimension) : nats);
    }

    private sealed class GaussianRepresentation(OrthonormalColumns columns) : Representation
    {
        public OrthonormalColumns Columns { get; } = columns;

        public override int Count => Columns.Count;

        public override Representation Permuted(ReadOnlySpan<int> order) => new GaussianRepresentation(Columns.Permuted(order));
    }
}
