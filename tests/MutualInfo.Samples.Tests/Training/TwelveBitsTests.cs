using MutualInfo.Training.Data;

namespace MutualInfo.SampleTests.Training;

public class TwelveBitsTests
{
    [Fact]
    public void Create_Words_CountUpWithTheMostSignificantBitFirst()
    {
        LabeledData<float> data = TwelveBits.Create<float>();
        Assert.Equal(4096, data.Count);
        for (int word = 0; word < data.Count; word++)
        {
            int value = 0;
            foreach (float bit in data.Samples[word])
                value = (2 * value) + (int)bit;
            Assert.Equal(word, value);
        }
    }

    [Fact]
    public void Create_Labels_HaveTheKnownEntropy()
    {
        double p = TwelveBits.Create<float>().Labels.ToArray().Average();
        Assert.Equal(2118 / 4096.0, p);
        Assert.Equal(0.9991571208502711, -(p * Math.Log2(p)) - ((1 - p) * Math.Log2(1 - p)), 1e-15);
    }

    // A turn by a fifth about the axis through vertices 0 and 9, and the point reflection: bit i moves to place[i].
    [Theory]
    [InlineData(new[] { 0, 3, 8, 10, 2, 11, 4, 6, 7, 9, 5, 1 })]
    [InlineData(new[] { 9, 7, 5, 6, 10, 2, 3, 1, 11, 0, 4, 8 })]
    public void Label_SymmetriesOfTheIcosahedron_ChangeNothing(int[] place)
    {
        Assert.Equal(Enumerable.Range(0, 12), place.Order());
        for (int word = 0; word < TwelveBits.Count; word++)
        {
            int moved = 0;
            for (int bit = 0; bit < 12; bit++)
                moved |= ((word >> (11 - bit)) & 1) << (11 - place[bit]);
            Assert.Equal(TwelveBits.Label(word), TwelveBits.Label(moved));
        }
    }

    // By hand, five bits score 5·42 = 210 and then 1, −9 or −14 a pair. A vertex with four of its neighbours has 7 pairs of neighbours and 3
    // of second neighbours: 190. With four of its second neighbours it is the reverse: 150. Counts and symmetries cannot tell these apart.
    [Theory]
    [InlineData(1, new[] { 0, 1, 3, 10, 5 })]
    [InlineData(0, new[] { 0, 2, 4, 6, 7 })]
    public void Label_FiveBitsByHand_TellsNeighboursFromSecondNeighbours(int label, int[] bits) =>
        Assert.Equal(label, TwelveBits.Label(bits.Sum(bit => 1 << (11 - bit))));

    [SharedFact]
    public void Create_PublishedData_IsEqualWordByWord()
    {
        string folder = SharedFolder.FileAt("data");
        int[] inputs = NpyFile.ReadInt32(Path.Combine(folder, "bits12_inputs.npy"));
        int[] labels = NpyFile.ReadInt32(Path.Combine(folder, "bits12_labels.npy"));
        LabeledData<float> data = TwelveBits.Create<float>();
        Assert.Equal(inputs, Array.ConvertAll(data.Samples.Values.ToArray(), value => (int)value));
        Assert.Equal(labels, data.Labels.ToArray());
    }
}
