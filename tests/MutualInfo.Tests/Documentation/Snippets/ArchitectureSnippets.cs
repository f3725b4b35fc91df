using System.Numerics;
using MutualInfo.Discrete;
using MutualInfo.Kernels;

namespace MutualInfo.Tests.Documentation.Snippets;

public class ArchitectureSnippets
{
    #region add-discretizer
    /// <summary>Tells only whether each number is negative, zero or positive.</summary>
    public sealed record SignBins : IDiscretizer
    {
        public Symbols Encode<T>(Samples<T> samples) where T : unmanaged, IFloatingPointIeee754<T>
        {
            T[] signs = new T[samples.Values.Length];
            for (int i = 0; i < signs.Length; i++)
                signs[i] = T.CreateChecked(T.Sign(samples.Values[i]));
            return Symbols.FromRows(Samples.FromRows(signs, samples.Dimension));    // the tuple of d bins is the symbol
        }
    }
    #endregion

    [Fact]
    public void SignBins_InTheEstimator_CountTuples()
    {
        double[] layer = [-1, 2, -3, 4, 5, 0, 6, 7];
        MutualInformationEstimate estimate = new DiscreteEstimator(new SignBins()).Estimate(Samples.FromRows(layer, 2), Symbols.Distinct(4));
        Assert.Equal(3, estimate.Diagnostics.AlphabetSizeX);
        Assert.Equal(new DiscreteEstimator(new SignBins()), estimate.Estimator);
    }

    #region add-entropy
    /// <summary>Laplace's smoothing: every symbol that was seen counts once more than it did.</summary>
    public sealed record AddOne : IEntropyEstimator
    {
        public Information Estimate(ReadOnlySpan<int> counts)
        {
            double total = 0;
            foreach (int count in counts)
                total += count > 0 ? count + 1 : 0;
            double nats = 0;
            foreach (int count in counts)
                nats -= count > 0 ? (count + 1) / total * Math.Log((count + 1) / total) : 0;
            return Information.FromNats(nats);
        }
    }
    #endregion

    [Fact]
    public void AddOne_InTheEstimator_SmoothsTheHistogram()
    {
        DiscreteEstimator smoothed = Estimators.ExactDiscrete() with { Entropy = new AddOne() };
        MutualInformationEstimate estimate = smoothed.Estimate(Symbols.FromLabels([0, 0, 0, 1]), Symbols.FromLabels([0, 0, 0, 0]));
        Assert.Equal(-(4.0 / 6 * Math.Log(4.0 / 6) + 2.0 / 6 * Math.Log(2.0 / 6)), estimate.EntropyX.Nats, 1e-15);
    }

    #region add-bandwidth
    /// <summary>σ in proportion to √d, for layers whose numbers all have one scale.</summary>
    public sealed record RootDimensionBandwidth(double Factor) : IBandwidthRule
    {
        public double SigmaFor<T>(Samples<T> samples, EstimationOptions? options = null)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            Factor * Math.Sqrt(samples.Dimension);
    }
    #endregion

    [Fact]
    public void RootDimensionBandwidth_InTheEstimator_IsUsed()
    {
        double[] layer = [0, 1, 2, 3, 4, 5, 6, 7];
        MutualInformationEstimate estimate = Estimators.MatrixRenyi(2, new RootDimensionBandwidth(0.5))
            .Estimate(Samples.FromRows(layer, 4), Symbols.Distinct(2));
        Assert.Equal(1.0, estimate.Diagnostics.BandwidthX);
    }

    #region add-backend
    /// <summary>Plain loops over all pairs; eigenvalues are left to the CPU.</summary>
    public sealed class PlainBackend : IComputeBackend
    {
        public string Name => "plain loops";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            for (int i = 0; i < similarity.Count; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                destination[i] = 0;
                for (int j = 0; j < similarity.Count; j++)
                    destination[i] += Between(similarity, i, j);
            }
        }

        public double SquaredNorm(Similarity similarity, EstimationOptions options)
        {
            double sum = 0;
            for (int i = 0; i < similarity.Count; i++)
            {
                options.CancellationToken.ThrowIfCancellationRequested();
                for (int j = 0; j < similarity.Count; j++)
                    sum += Math.Pow(Between(similarity, i, j), 2);
            }

            return sum;
        }

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) =>
            CpuBackend.Shared.Spectrum(similarity, destination, options);

        // exp(−½‖u − u′‖²) over the scaled coordinates where two samples share a symbol, and 0 elsewhere.
        private static double Between(Similarity similarity, int i, int j)
        {
            if (similarity.Partition is { } symbols && symbols.Codes[i] != symbols.Codes[j])
                return 0;
            int d = similarity.Dimension;
            double squared = 0;
            for (int k = 0; k < d; k++)
                squared += Math.Pow(similarity.Coordinates[i * d + k] - similarity.Coordinates[j * d + k], 2);
            return Math.Exp(-0.5 * squared);
        }
    }
    #endregion

    [Fact]
    public void PlainBackend_InTheOptions_AgreesWithTheCpu()
    {
        double[] layer = [0, 1, 0.5, 2, 2, 3, 1.5, 0];
        Symbols labels = Symbols.FromLabels([0, 1, 0, 1]);
        var plain = new EstimationOptions { Backend = new PlainBackend() };
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.KernelDensity(1), Estimators.MatrixRenyi(2)])
        {
            MutualInformationEstimate ours = estimator.Estimate(Samples.FromRows(layer, 2), labels, plain);
            MutualInformationEstimate theirs = estimator.Estimate(Samples.FromRows(layer, 2), labels);

            // Both sum 16 terms of at most 1; they differ by the order of summation alone.
            Assert.Equal(theirs.Value.Nats, ours.Value.Nats, 1e-14);
            Assert.Equal("plain loops", ours.Diagnostics.Backend);
        }
    }
}
