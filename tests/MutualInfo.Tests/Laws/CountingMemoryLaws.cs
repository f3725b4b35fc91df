using MutualInfo.Discrete;

namespace MutualInfo.Tests.Laws;

/// <summary>Repeated counting holds on to nothing, whether it ends, is refused or is cancelled: X6.</summary>
[Collection(nameof(Alone))]
public class CountingMemoryLaws
{
    private const int Count = 2000;
    private const int Width = 20;

    private static readonly IDiscretizer[] _discretizers =
    [
        new ExactRows(), new EqualWidthBins(30, BinRange.PerLayer), new EqualWidthBins(300, BinRange.PerNeuron), new ShwartzZivTishbyBins(),
        new FixedWidthBins(0.1), new QuantizedLevels(8), new EntropyBasedAdaptiveBins(), new EqualFrequencyBins(30),
    ];

    private readonly float[] _layer = [.. Enumerable.Range(0, Count * Width).Select(i => MathF.Sin(i * i))];
    private readonly Symbols _labels = Symbols.FromLabels([.. Enumerable.Range(0, Count).Select(i => i % 10)]);

    // What is measured is what survives a collection: 1000 calls that kept one array of codes each would keep 8 MB.
    [Fact]
    public void Estimate_OneThousandTimes_GrowsNoMemory()
    {
        CallAll(25);
        long before = GC.GetTotalMemory(true);
        CallAll(125);
        Assert.InRange(GC.GetTotalMemory(true) - before, long.MinValue, 400_000);
    }

    // Beside the codes and histograms of a result, at most 8 bytes a sample, a call makes small tables alone: the rest is rented.
    [Fact]
    public void Estimate_AfterWarmUp_AllocatesLittleBesideItsResult()
    {
        EstimationOptions one = new() { MaxDegreeOfParallelism = 1 };
        foreach (IDiscretizer discretizer in _discretizers)
        {
            DiscreteEstimator estimator = new(discretizer);
            for (int i = 0; i < 3; i++)
                estimator.Estimate(Samples.FromRows<float>(_layer, Width), _labels, one);
            long allocated = Allocations.Least(() => estimator.Estimate(Samples.FromRows<float>(_layer, Width), _labels, one));
            // Per-neuron edges are 8 + 4 bytes for each of 300 bins of 20 columns.
            Assert.True(allocated < 8 * Count + 120_000, $"{discretizer}: {allocated} bytes");
        }
    }

    private void CallAll(int times)
    {
        float[] withNaN = [.. _layer];
        withNaN[^1] = float.NaN;
        EstimationOptions cancelled = new() { CancellationToken = new CancellationToken(true) };
        for (int i = 0; i < times; i++)
        {
            foreach (IDiscretizer discretizer in _discretizers)
            {
                DiscreteEstimator estimator = new(discretizer);
                estimator.Estimate(Samples.FromRows<float>(_layer, Width), _labels);
                if (i % 25 != 0)
                    continue;
                Assert.Throws<ArgumentException>(() => estimator.Estimate(Samples.FromRows<float>(withNaN, Width), _labels));
                Assert.ThrowsAny<OperationCanceledException>(() => ((IInterruptibleDiscretizer)discretizer).Encode(Samples.FromRows<float>(_layer, Width), cancelled));
            }
        }
    }
}
