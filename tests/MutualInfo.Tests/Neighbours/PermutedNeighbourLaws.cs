using MutualInfo.Neighbours;
using MutualInfo.Significance;
using MutualInfo.Tests.Laws;
using MutualInfo.Tests.Significance;

namespace MutualInfo.Tests.Neighbours;

/// <summary>What nearest-neighbour estimators keep between permutations changes no bit: not of ties, of repeats, nor of any search.</summary>
public class PermutedNeighbourLaws
{
    private const int Permutations = 12;

    private static readonly IMutualInformationEstimator[] _ofSamples =
    [
        Estimators.Kraskov(),
        Estimators.Kraskov(1),
        Estimators.Kraskov(4) with { Variant = KraskovVariant.Second },
        Estimators.NearestNeighbours(),
    ];

    private static readonly IMutualInformationEstimator[] _ofLabels = [Estimators.Ross(), Estimators.Ross(1), Estimators.NearestNeighbours()];

    public static TheoryData<int> Seeds => NeighbourData.Seeds;

    [Theory, MemberData(nameof(Seeds))]
    public void Run_SamplesWithTiesRepeatsOffsetsAndScales_GivesTheBitsOfEstimatingAnew(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        Variable x = Variable.Layer(data.X, data.DimensionX);
        foreach (IMutualInformationEstimator estimator in _ofSamples)
            GivesTheBitsOfEstimatingAnew(estimator, new Observations(data.Name, data.Seed, x, Variable.Layer(data.Y, data.DimensionY)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Run_SamplesAndLabelsInEitherOrder_GivesTheBitsOfEstimatingAnew(int seed)
    {
        NeighbourData data = NeighbourData.All[seed];
        Observations pair = new(data.Name, data.Seed, Variable.Layer(data.X, data.DimensionX), Variable.Labels([.. data.Labels.Select(label => (long)label)]));
        foreach (IMutualInformationEstimator estimator in _ofLabels)
        {
            GivesTheBitsOfEstimatingAnew(estimator, pair);
            GivesTheBitsOfEstimatingAnew(estimator, pair.Swapped);
        }
    }

    // 1100 samples: a tree of the pairs and sorted margins in 1 + 1 dimensions, distances in 2 + 2.
    [Theory, InlineData(1), InlineData(2)]
    public void Run_SamplesInTrees_GivesTheBitsOfEstimatingAnewForAnyNumberOfThreads(int dimension)
    {
        Observations data = DataSets.Related(4, 1100, dimension);
        PermutationTest test = new(3) { Seed = 2 };
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[_ofSamples[0], _ofSamples[2]])
        {
            double[] anew = [.. test.Run(new PermutedAnew(estimator), data).Null.Values.Select(value => value.Nats)];
            foreach (int threads in (int[])[1, 2, 3, 7, 16])
            {
                PermutationTestResult kept = test.Run(estimator, data, new EstimationOptions { MaxDegreeOfParallelism = threads });
                Assert.Equal(anew, kept.Null.Values.Select(value => value.Nats));
            }
        }
    }

    // 2000 samples: a tree of the pairs in 2 + 1 dimensions, and one of the two columns of x.
    [Fact]
    public void Run_MarginInATree_GivesTheBitsOfEstimatingAnew()
    {
        Observations data = DataSets.Related(5, 2000, 2);
        PermutationTest test = new(2) { Seed = 3 };
        Observations narrow = data with { Y = data.Y.Columns([0]) };
        foreach (IMutualInformationEstimator estimator in (IMutualInformationEstimator[])[_ofSamples[0], _ofSamples[2]])
        {
            Assert.Equal(
                test.Run(new PermutedAnew(estimator), narrow).Null.Values.Select(value => value.Nats),
                test.Run(estimator, narrow).Null.Values.Select(value => value.Nats));
        }
    }

    private static void GivesTheBitsOfEstimatingAnew(IMutualInformationEstimator estimator, Observations data)
    {
        PermutationTest test = new(Permutations) { Seed = 11 };
        PermutationTestResult kept = test.Run(estimator, data);
        PermutationTestResult anew = test.Run(new PermutedAnew(estimator), data);
        Law.SameBits($"{estimator} on {data}, the estimate", anew.Estimate.Value.Nats, kept.Estimate.Value.Nats);
        Assert.Equal(anew.AtLeastAsLarge, kept.AtLeastAsLarge);
        for (int i = 0; i < Permutations; i++)
            Law.SameBits($"{estimator} on {data}, value {i}", anew.Null.Values[i].Nats, kept.Null.Values[i].Nats);
    }
}
