using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.SampleTests.Training;

public class BatchesTests
{
    [Fact]
    public void Load_OneEpoch_DealsEveryMemberOnceWithItsOwnLabel()
    {
        var batches = new Batches<float>(Data(), [1, 3, 5, 7, 9, 11, 13], 3, new Random(1));
        Assert.Equal(3, batches.Count);
        List<int> dealt = Deal(batches);
        Assert.NotEqual([1, 3, 5, 7, 9, 11, 13], dealt);
        Assert.Equal([1, 3, 5, 7, 9, 11, 13], dealt.Order());
    }

    [Fact]
    public void Shuffle_EqualSeeds_GiveEqualOrdersAndEveryEpochAnother()
    {
        var batches = new Batches<float>(Data(), [.. Enumerable.Range(0, 20)], 8, new Random(2));
        var same = new Batches<float>(Data(), [.. Enumerable.Range(0, 20)], 8, new Random(2));
        List<int> first = Deal(batches), second = Deal(batches);
        Assert.Equal(first, Deal(same));
        Assert.Equal(second, Deal(same));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void LabeledData_CountsDiffer_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LabeledData<float>(new Matrix<float>(3, 1), [0, 1]));

    // Sample i is (i, −i) and its label 10·i, so that a mix-up shows.
    private static LabeledData<float> Data()
    {
        var samples = new Matrix<float>(20, 2);
        int[] labels = new int[20];
        for (int i = 0; i < 20; i++)
        {
            samples[i][0] = i;
            samples[i][1] = -i;
            labels[i] = 10 * i;
        }

        return new LabeledData<float>(samples, labels);
    }

    private static List<int> Deal(Batches<float> batches)
    {
        List<int> dealt = [];
        batches.Shuffle();
        for (int batch = 0; batch < batches.Count; batch++)
        {
            batches.Load(batch);
            Assert.Equal(2, batches.Inputs.Rows);
            for (int j = 0; j < batches.Inputs.Columns; j++)
            {
                int i = (int)batches.Inputs[0][j];
                Assert.Equal(-i, batches.Inputs[1][j]);
                Assert.Equal(10 * i, batches.Labels[j]);
                dealt.Add(i);
            }
        }

        return dealt;
    }
}
