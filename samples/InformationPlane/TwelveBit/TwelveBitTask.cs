using MutualInfo.Training;
using MutualInfo.Training.Data;

namespace MutualInfo.InformationPlanes;

/// <summary>The 12-bit data with a random 80 % to train on.</summary>
public sealed class TwelveBitTask
{
    private const double TrainShare = 0.8;

    /// <summary>Splits the words.</summary>
    /// <remarks>
    /// Not the first words in counting order: the last fifth all begin with 11, and a test set should look like the training set.
    /// </remarks>
    public TwelveBitTask(Random split)
    {
        Data.Samples.TransposeInto(Inputs);
        int[] words = Shuffled(split);
        int trainCount = (int)Math.Ceiling(TrainShare * words.Length);
        Train = words[..trainCount];
        Test = words[trainCount..];
    }

    /// <summary>Gets all words in counting order.</summary>
    public LabeledData<float> Data { get; } = TwelveBits.Create<float>();

    /// <summary>Gets all words as a network takes them, shape <c>(12, 4096)</c>.</summary>
    public Matrix<float> Inputs { get; } = new();

    /// <summary>Gets the words to train on, by index.</summary>
    public int[] Train { get; }

    /// <summary>Gets the other words, by index.</summary>
    public int[] Test { get; }

    /// <summary>Computes the share of some words that a softmax classifies correctly.</summary>
    public double Accuracy(Matrix<float> probabilities, int[] members)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(members);
        ReadOnlySpan<float> zero = probabilities[0], one = probabilities[1];
        int correct = 0;
        foreach (int i in members)
        {
            if ((one[i] > zero[i] ? 1 : 0) == Data.Labels[i])
                correct++;
        }

        return (double)correct / members.Length;
    }

    /// <summary>Gives all words in random order, by index.</summary>
    public int[] Shuffled(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        int[] indices = [.. Enumerable.Range(0, Data.Count)];
        random.Shuffle(indices);
        return indices;
    }
}
