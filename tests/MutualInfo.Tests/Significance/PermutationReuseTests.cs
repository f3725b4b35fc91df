using MutualInfo.Kernels;
using MutualInfo.Significance;
using MutualInfo.Significance.Primitives;
using MutualInfo.Tests.Laws;

namespace MutualInfo.Tests.Significance;

/// <summary>What is reused between permutations changes nothing: neither bits of counts, nor more than rounding of kernels, nor the threads.</summary>
public class PermutationReuseTests
{
    private static readonly PermutationTest _test = new(6) { Seed = 5 };

    public static TheoryData<string> All => [.. Specimens.All.Where(specimen => !specimen.Name.Contains("alignment", StringComparison.Ordinal)).Select(specimen => specimen.Name)];

    [Theory, MemberData(nameof(All))]
    public void Run_Estimator_EqualsEstimatingEveryPermutationAnew(string name)
    {
        Specimen specimen = Specimens.Named(name);
        foreach (Observations data in Combinations(40, 2))
        {
            IMutualInformationEstimator estimator = specimen.For(data);
            PermutationTestResult reused = _test.Run(estimator, data);
            PermutationTestResult anew = _test.Run(new PermutedAnew(estimator), data);
            Law.IsBitwiseEqual(anew.Estimate, reused.Estimate);
            Assert.Equal(anew.PValue, reused.PValue);
            for (int i = 0; i < 6; i++)
            {
                // The marginal entropies of counts do not depend on the order of samples, to the last bit; those of kernels round by it.
                Law.Near($"{data}, value {i}", anew.Null.Values[i].Nats, reused.Null.Values[i].Nats, 3 * specimen.Rounding);
            }
        }
    }

    [Fact]
    public void Run_GaussianAndCopula_EqualsEstimatingEveryPermutationAnew()
    {
        Observations data = Combinations(60, 3).First();
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[Estimators.Gaussian(), Estimators.GaussianCopula()])
        {
            PermutationTestResult reused = _test.Run(estimator, data);
            PermutationTestResult anew = _test.Run(new PermutedAnew(estimator), data);
            Law.IsBitwiseEqual(anew.Estimate, reused.Estimate);
            // 1e-13: columns that were made orthonormal in another order of samples differ in the last place of 1.
            for (int i = 0; i < 6; i++)
                Law.Near($"{estimator}, value {i}", anew.Null.Values[i].Nats, reused.Null.Values[i].Nats, 1e-13);
        }
    }

    public static TheoryData<string> WithKeptGrams => ["KD fixed upper", "KD fixed lower", "KD z-scored", "RE 2 Scott"];

    [Theory, MemberData(nameof(WithKeptGrams))]
    public void Run_WideSamples_EqualsEstimatingEveryPermutationAnew(string name)
    {
        foreach (Observations data in Combinations(45, 70).Where(data => data.X.IsLayer || data.Y.IsLayer))
        {
            // Widened, so that distances of 70 numbers are not all beyond the bandwidth.
            Observations near = data.MapLayers(layer => Variable.Layer([.. layer.Values.ToArray().Select(value => value / 8)], layer.Dimension));
            IMutualInformationEstimator estimator = Specimens.Named(name).For(near);
            PermutationTestResult reused = _test.Run(estimator, near);
            PermutationTestResult anew = _test.Run(new PermutedAnew(estimator), near);
            for (int i = 0; i < 6; i++)
            {
                // 1e-12: sums of 45 similarities, each with the error of its exponent.
                Law.Near($"{near}, value {i}", anew.Null.Values[i].Nats, reused.Null.Values[i].Nats, 1e-12);
            }
        }
    }

    // Equal samples are merged before a spectrum is computed, and which pairs are equal depends on the order.
    [Theory, InlineData("RE 1.01 Scott"), InlineData("RE 3 Scott"), InlineData("RE infinity Scott")]
    public void Run_RepeatedSamples_EqualsEstimatingEveryPermutationAnew(string name)
    {
        Specimen specimen = Specimens.Named(name);
        foreach (Observations whole in Combinations(60, 3))
        {
            Observations data = whole with { X = whole.X.Rows([.. Enumerable.Range(0, 60).Select(row => row % 7)]), Y = whole.Y.Rows([.. Enumerable.Range(0, 60).Select(row => row % 11)]) };
            PermutationTestResult reused = _test.Run(specimen.For(data), data);
            PermutationTestResult anew = _test.Run(new PermutedAnew(specimen.For(data)), data);
            for (int i = 0; i < 6; i++)
                Law.Near($"{data}, value {i}", anew.Null.Values[i].Nats, reused.Null.Values[i].Nats, 3 * specimen.Rounding);
        }
    }

    [Fact]
    public void KeptGrams_IdentityOrder_EqualsTheEstimate()
    {
        foreach (Observations data in Combinations(33, 64).Where(data => data.X.IsLayer || data.Y.IsLayer))
        {
            MutualInformationEstimate estimate = new KernelDensityEstimator(new FixedBandwidth(8)).Estimate(data);
            PermutationTestResult result = new PermutationTest(99).Run(new KernelDensityEstimator(new FixedBandwidth(8)), data);
            Assert.Equal(estimate.Value.Nats, result.Estimate.Value.Nats);
            // The order in which the samples stand is among the permutations, with the rounding of another sum.
            int above = result.Null.Values.Count(value => value.Nats >= estimate.Value.Nats - 1e-12);
            Assert.Equal(above, result.AtLeastAsLarge);
        }
    }

    [Theory]
    [InlineData("EW per layer"), InlineData("KD fixed upper"), InlineData("RE 2 Scott"), InlineData("RE 1.01 Scott")]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(string name)
    {
        foreach (int width in (int[])[2, 66])
        {
            Observations data = DataSets.Related(3, 50, width);
            IMutualInformationEstimator estimator = Specimens.Named(name).For(data);
            PermutationTestResult alone = new PermutationTest(20) { Seed = 9 }.Run(estimator, data, new EstimationOptions { MaxDegreeOfParallelism = 1 });
            foreach (int threads in (int[])[2, 3, 7, 16])
            {
                PermutationTestResult together = new PermutationTest(20) { Seed = 9 }.Run(estimator, data, new EstimationOptions { MaxDegreeOfParallelism = threads });
                Assert.Equal(alone.Null.Values, together.Null.Values);
                Assert.Equal(alone.PValue, together.PValue);
            }
        }
    }

    [Fact]
    public void Run_BackendOfTheCallersOwn_IsAskedForEveryPermutation()
    {
        Observations data = DataSets.Related(4, 30, 70);
        CountingBackend backend = new();
        PermutationTestResult result = new PermutationTest(8).Run(Estimators.KernelDensity(0.1), data, new EstimationOptions { Backend = backend });
        // Three entropies of the data, the joint one once more among the permutations, and eight permutations.
        Assert.Equal(3 + 1 + 8, backend.Calls);
        Assert.Equal(new PermutationTest(8).Run(Estimators.KernelDensity(0.1), data).PValue, result.PValue);
    }

    // From an implementation in another language of xoshiro256**, SplitMix64 and the unbiased rejection rule.
    [Theory]
    [InlineData(0UL, 1UL, 8605355062334868598UL, new[] { 8, 7, 3, 9, 5, 0, 1, 2, 6, 4 })]
    [InlineData(1UL, 1UL, 8641699129746536340UL, new[] { 5, 0, 3, 2, 9, 8, 6, 7, 1, 4 })]
    [InlineData(1UL, 2UL, 10444735870578011906UL, new[] { 0, 8, 9, 4, 3, 6, 2, 7, 1, 5 })]
    [InlineData(ulong.MaxValue, 1000UL, 4393223574448023124UL, new[] { 3, 8, 6, 7, 5, 1, 9, 4, 0, 2 })]
    public void Permute_SeedAndStream_GivesWhatAnotherImplementationGives(ulong seed, ulong stream, ulong first, int[] expected)
    {
        Assert.Equal(first, new RandomStream(seed, stream).Next());
        int[] order = new int[10];
        new RandomStream(seed, stream).Permute(order);
        Assert.Equal(expected, order);
    }

    private static IEnumerable<Observations> Combinations(int n, int d)
    {
        Observations layers = DataSets.Related(7, n, d);
        Random random = new(n + d);
        Variable labels = Variable.Labels([.. Seeded.Labels(random, n, 4).Select(label => (long)label)]);
        yield return layers;
        yield return layers with { Y = labels };
        yield return layers with { X = labels };
        yield return layers with { X = labels, Y = Variable.Labels([.. Seeded.Labels(random, n, 3).Select(label => (long)label)]) };
    }

    private sealed class CountingBackend : IComputeBackend
    {
        private int _calls;

        public int Calls => _calls;

        public string Name => "counting";

        public void RowSums(Similarity similarity, Span<double> destination, EstimationOptions options)
        {
            Interlocked.Increment(ref _calls);
            CpuBackend.Shared.RowSums(similarity, destination, options);
        }

        public double SquaredNorm(Similarity similarity, EstimationOptions options) => CpuBackend.Shared.SquaredNorm(similarity, options);

        public void Spectrum(Similarity similarity, Span<double> destination, EstimationOptions options) =>
            CpuBackend.Shared.Spectrum(similarity, destination, options);
    }
}
